// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/pattern.h"
#include "gateway/guardrails/prebuilt.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse::guardrails;

namespace {

std::vector<std::string> found(const Pattern &pattern, const std::string &text)
{
    std::vector<std::string> all;
    const std::vector<Range> ranges = pattern.findAll(text).value();
    for (const Range &range : ranges)
        all.push_back(text.substr(range.begin, range.size));
    return all;
}

std::vector<std::string> foundBy(const char *prebuilt, const std::string &text)
{
    const Prebuilt *row = findPrebuilt(prebuilt);
    std::vector<std::string> all;
    const auto pattern = Pattern::compile(std::string(row->expression));
    for (std::string &each : found(*pattern, text)) {
        if (!row->isTrue || row->isTrue(each))
            all.push_back(std::move(each));
    }
    return all;
}

using Texts = std::vector<std::string>;

} // namespace

class TestPattern : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAllThatItMatches()
    {
        QCOMPARE(found(*Pattern::compile("a+"), "caaat ab"), Texts({"aaa", "a"}));
        QCOMPARE(found(*Pattern::compile("x*"), "axxä"), Texts({"xx"})); // nothing empty, no half characters
        QCOMPARE(found(*Pattern::compile("straße", Pattern::Case::Ignored), "STRAßE"), Texts({"STRAßE"}));
        QCOMPARE(found(*Pattern::compile(literal("a.b (c) #1")), "a.b (c) #1 axb"), Texts({"a.b (c) #1"}));
    }

    void findsWhatBeginsFarBehind()
    {
        QCOMPARE(
            found(*Pattern::compile("b"), std::string(5000, 'a') + "b" + std::string(2000, 'c') + "b").size(), std::size_t(2));
        std::string umlauts;
        for (int i = 0; i < 3000; ++i)
            umlauts += "ä";
        QCOMPARE(found(*Pattern::compile("ä$"), umlauts).size(), std::size_t(1));
    }

    void saysWhatIsWrong()
    {
        const auto broken = Pattern::compile("a(b");
        QVERIFY(!broken);
        QVERIFY(broken.error().find("at character") != std::string::npos);
    }

    void noExpressionHangs_data()
    {
        QTest::addColumn<std::string>("expression");
        for (const char *each : {"(a+)+$", "(a|aa)+$", "([a-z]+)*[0-9]", "(.*a){20}x?\\d", "(?:a|b)*[cd]", "(x+x+)+y"})
            QTest::newRow(each) << std::string(each);
    }
    void noExpressionHangs()
    {
        QFETCH(std::string, expression);
        const auto pattern = Pattern::compile(expression);
        QVERIFY(bool(pattern));
        for (const char letter : {'a', 'b', 'x'}) {
            QElapsedTimer timer;
            timer.start();
            (void)pattern->findAll(std::string(60'000, letter) + "!");
            QVERIFY2(timer.elapsed() < 30'000, "it would have taken years"); // it takes milliseconds, also where others build
        }
    }

    void prebuilt_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("match");
        const auto row = [](const char *name, const char *text, const char *match) {
            QTest::addRow("%s: %s", name, text) << QByteArray(name) << std::string(text) << std::string(match);
        };
        row("email", "write to jane.doe+x@mail.example.co.uk.", "jane.doe+x@mail.example.co.uk");
        row("email", "no@where", "");
        row("us_ssn", "is 123-45-6789, said he", "123-45-6789");
        row("us_ssn", "000-45-6789 666-45-6789 123-00-6789", "");
        row("visa", "4111 1111 1111 1111", "4111 1111 1111 1111");
        row("visa", "4111 1111 1111 1112", "");
        row("credit_card", "card 5555555555554444!", "5555555555554444");
        row("credit_card", "order 1234567890123456", "");
        row("amex", "378282246310005", "378282246310005");
        row("iban", "DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00");
        row("iban", "DE88 3704 0044 0532 0130 00", "");
        row("us_phone", "call (415) 555-2671 now", "(415) 555-2671");
        row("aws_access_key", "AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE");
        row("aws_secret_key", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        row("github_token", "ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_abcdefghijklmnopqrstuvwxyz0123456789");
        row("slack_token", "xoxb-123456789012-abcdef", "xoxb-123456789012-abcdef");
        row("ipv4", "at 192.168.0.1, not 300.1.1.1", "192.168.0.1");
        row("ipv4", "version 1.2.3.4.5", "");
        row("ipv6", "at 2001:db8::ff00:42:8329 now", "2001:db8::ff00:42:8329");
        row("url", "see https://example.com/a?b=c for it", "https://example.com/a?b=c");
        row("br_cpf", "529.982.247-25", "529.982.247-25");
        row("br_cpf", "529.982.247-26", "");
        row("au_tfn", "123 456 782", "123 456 782");
        row("au_abn", "51 824 753 556", "51 824 753 556");
        row("nl_bsn_contextual", "mijn BSN: 111222333", "111222333");
    }
    void prebuilt()
    {
        QFETCH(QByteArray, name);
        QFETCH(std::string, text);
        QFETCH(std::string, match);
        QCOMPARE(foundBy(name.constData(), text), match.empty() ? Texts() : Texts({match}));
    }

    void thereIsNoOther() { QVERIFY(!findPrebuilt("weapons_other") && !findPrebuilt("")); }
};

QTEST_APPLESS_MAIN(TestPattern)
#include "tst_pattern.moc"
