// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/digest.h"
#include "gateway/observe/alerts/letter.h"
#include "gateway/observe/alerts/words.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::alerts;
using namespace std::chrono_literals;

namespace {

const Clock::Wall noon {std::chrono::hours(500000) + 4h}; // 2027-01-15 12:00 UTC

QJsonObject read(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

Alert slow(const std::string &subject)
{
    Alert alert {Kind::LlmTooSlow, Level::Low, subject};
    alert.text = "`Responses are slow`";
    return alert;
}

QByteArray headerOf(const upstream::Letter &letter)
{
    const QByteArray text = QByteArray::fromStdString(letter.text);
    return text.left(text.indexOf("\r\n\r\n"));
}

} // namespace

class TestAlertWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindHasItsName()
    {
        for (int i = 0; i <= static_cast<int>(Kind::InternalUserDeleted); ++i) {
            const auto kind = static_cast<Kind>(i);
            QCOMPARE(kindFrom(toString(kind)), std::optional(kind));
        }
        QCOMPARE(toString(Kind::RegionOutageAlerts), std::string_view("region_outage_alerts"));
        QVERIFY(!kindFrom("no_such_thing"));
        QCOMPARE(usualKinds().size(), std::size_t(13));
        QVERIFY(!usualKinds().contains(Kind::NewVirtualKeyCreated));
    }

    void changesAreKindsOfAlerts()
    {
        QCOMPARE(kindOfChange("key", "created"), std::optional(Kind::NewVirtualKeyCreated));
        QCOMPARE(kindOfChange("key", "rotated"), std::optional(Kind::VirtualKeyUpdated));
        QCOMPARE(kindOfChange("team", "deleted"), std::optional(Kind::TeamDeleted));
        QCOMPARE(kindOfChange("model", "created"), std::optional(Kind::NewModelAdded));
        QVERIFY(!kindOfChange("model", "updated"));
        QVERIFY(!kindOfChange("setting", "updated"));
    }

    void slackReadsLiteLlmsText()
    {
        Settings settings;
        settings.proxyUrl = "https://llm.example.org";
        const QString text = read(slackBody(slow("a"), 1, noon, settings))[QLatin1String("text")].toString();
        QCOMPARE(text,
            QStringLiteral("Alert type: `llm_too_slow`\nLevel: `Low`\nTimestamp: `12:00:00`\n\nMessage: `Responses are slow`\n\n"
                           "Proxy URL: `https://llm.example.org`"));
        QVERIFY(read(slackBody(slow("a"), 3, noon, settings))[QLatin1String("text")].toString().startsWith(
            QStringLiteral("[Num Alerts: 3]\n\nAlert")));
    }

    void whatOthersWroteCannotForgeAMessage()
    {
        QCOMPARE(plain("<!channel> `x`\n&"), std::string("&lt;!channel&gt; 'x' &amp;"));
        const std::string longWord = plain(std::string(499, 'x') + "é and more");
        QVERIFY(longWord.ends_with("x…"));
        QVERIFY(QString::fromStdString(longWord).toUtf8().toStdString() == longWord);
    }

    void pagerDutyIsToldOfTheBeginningAndTheEnd()
    {
        Settings settings;
        settings.channels.pagerDutyKey = Secret("routing");
        Alert alert = slow("a");
        alert.level = Level::High;
        alert.incident = "outage/a";
        const QJsonObject begin = read(pagerBody(alert, noon, settings));
        QCOMPARE(begin[QLatin1String("event_action")].toString(), QStringLiteral("trigger"));
        QCOMPARE(begin[QLatin1String("routing_key")].toString(), QStringLiteral("routing"));
        QCOMPARE(begin[QLatin1String("payload")][QLatin1String("severity")].toString(), QStringLiteral("critical"));
        QCOMPARE(begin[QLatin1String("payload")][QLatin1String("summary")].toString(), QStringLiteral("Responses are slow"));
        alert.isOver = true;
        const QJsonObject end = read(pagerBody(alert, noon, settings));
        QCOMPARE(end[QLatin1String("event_action")].toString(), QStringLiteral("resolve"));
        QCOMPARE(end[QLatin1String("dedup_key")], begin[QLatin1String("dedup_key")]);
        QVERIFY(!end.contains(QLatin1String("payload")));
    }

    void aWebhooksBodyHasEveryMember()
    {
        const QJsonObject body = read(webhookBody({{QStringLiteral("event"), QStringLiteral("budget_crossed")},
            {QStringLiteral("spend"), 1.5}, {QStringLiteral("user_id"), QString()}}));
        QCOMPARE(body.size(), 17);
        QCOMPARE(body[QLatin1String("spend")].toDouble(), 1.5);
        QVERIFY(body[QLatin1String("user_id")].isNull() && body.contains(QLatin1String("projected_exceeded_date")));
    }

    void alikeAlertsBecomeOne()
    {
        Digest digest;
        for (int i = 0; i < 3; ++i)
            digest.add(slow("a"), noon);
        digest.add(slow("b"), noon + 1s);
        QVERIFY(!digest.isDue(noon + 9s, 10s));
        QVERIFY(digest.isDue(noon + 10s, 10s));
        const auto lines = digest.take();
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines.front().count, std::size_t(3));
        QCOMPARE(lines.front().alert.subject, std::string("a"));
        QVERIFY(!digest.isDue(noon + 30s, 10s));
    }

    void tooManyDifferentAlertsAreCounted()
    {
        Digest digest;
        for (std::size_t i = 0; i < Digest::most + 7; ++i)
            digest.add(slow(std::to_string(i)), noon);
        QCOMPARE(digest.takeDropped(), std::size_t(7));
        QCOMPARE(digest.take().size(), Digest::most);
        QCOMPARE(digest.takeDropped(), std::size_t(0));
    }

    void aLetterIsMime()
    {
        const auto letter =
            letterOf({"alerts@example.org", {"ops@example.org"}, "Budget Crossed", "One *two*\n&lt;drei&gt; ü"}, noon, "7");
        const QByteArray header = headerOf(letter);
        QVERIFY(header.contains("Subject: Budget Crossed\r\n"));
        QVERIFY(header.contains("To: <ops@example.org>\r\n"));
        QVERIFY(header.contains("Date: Fri, 15 Jan 2027 12:00:00 +0000\r\n"));
        QVERIFY(header.contains("Message-ID: <7@example.org>\r\n"));
        const QByteArray body = QByteArray::fromStdString(letter.text).mid(header.size() + 4);
        QCOMPARE(QByteArray::fromBase64(body), QByteArray("One two\r\n<drei> ü"));
    }

    void noSubjectMakesAHeader()
    {
        for (const char *subject :
            {"a\r\nBcc: all@example.org", "a\nBcc: all@example.org\n\nbody", "ü\r\nBcc: x@y", "=?UTF-8?Q?=0ABcc?="}) {
            const QByteArray header = headerOf(letterOf({"a@b.c", {"d@e.f"}, subject, "t"}, noon, "1"));
            QVERIFY2(!header.contains("\nBcc"), header.constData());
            QCOMPARE(header.count("\r\n"), header.count('\n'));
            QVERIFY(std::all_of(header.begin(), header.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
        }
    }

    void aLongSubjectIsCutBetweenCharacters()
    {
        const std::string subject = QString(80, QChar(0x20ac)).toStdString();
        const QByteArray header = headerOf(letterOf({"a@b.c", {"d@e.f"}, subject, "t"}, noon, "1"));
        const QByteArray line =
            header.mid(header.indexOf("Subject: ") + 9, header.indexOf("\r\nDate") - header.indexOf("Subject: ") - 9);
        QByteArray decoded;
        for (QByteArray word : line.split(' ')) {
            word = word.trimmed();
            QVERIFY(word.size() <= 75);
            const QByteArray piece = QByteArray::fromBase64(word.mid(10, word.size() - 12));
            QVERIFY(!QString::fromUtf8(piece).contains(QChar(0xfffd)));
            decoded += piece;
        }
        QCOMPARE(decoded.toStdString(), subject);
    }

    void severalReceiversDoNotLearnOfEachOther()
    {
        const auto letter = letterOf({"a@b.c", {"d@e.f", "g@h.i"}, "s", "t"}, noon, "1");
        QVERIFY(letter.text.find("g@h.i") == std::string::npos);
        QCOMPARE(letter.to.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestAlertWords)
#include "tst_alert_words.moc"
