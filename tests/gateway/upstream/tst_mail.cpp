// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/mail.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::upstream;
using namespace std::chrono_literals;

namespace {

using Answers = std::map<QByteArray, QByteArray>;

/// A mail server in clear that answers as told: by the first word of a command, else as usual.
class PostOffice : public QTcpServer
{
public:
    explicit PostOffice(std::map<QByteArray, QByteArray> answers = {})
        : m_answers(std::move(answers))
    {
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (!m_answers.count("hang"))
                socket->write("220 office\r\n");
        });
    }
    MailServer server() const
    {
        MailServer result;
        result.host = "127.0.0.1";
        result.port = serverPort();
        result.security = MailServer::Security::None;
        return result;
    }

    QList<QByteArray> commands;
    QByteArray letter;

private:
    void take(QTcpSocket *socket)
    {
        m_bytes += socket->readAll();
        while (m_bytes.contains("\r\n")) {
            const QByteArray line = m_bytes.left(m_bytes.indexOf("\r\n"));
            m_bytes.remove(0, line.size() + 2);
            if (!m_isReading) {
                answer(socket, line);
            } else if (line == ".") {
                m_isReading = false;
                socket->write(m_answers.count(".") ? m_answers["."] : QByteArray("250 taken\r\n"));
            } else {
                letter += line + "\r\n";
            }
        }
    }
    void answer(QTcpSocket *socket, const QByteArray &line)
    {
        commands += line;
        const QByteArray word = line.left(4).toUpper();
        if (m_answers.count(word))
            socket->write(m_answers[word]);
        else if (word == "EHLO")
            socket->write("250-office\r\n250 AUTH PLAIN LOGIN\r\n");
        else if (word == "AUTH")
            socket->write("334 \r\n");
        else if (line == "AHVzZXIAaHVzaA==") // user and password, as AUTH PLAIN has them
            socket->write("235 welcome\r\n");
        else if (word == "DATA")
            socket->write("354 go\r\n");
        else
            socket->write("250 ok\r\n");
        m_isReading = word == "DATA" && !m_answers.count(word);
    }

    std::map<QByteArray, QByteArray> m_answers;
    QByteArray m_bytes;
    bool m_isReading = false;
};

Letter letter()
{
    return {"a@example.org", {"b@example.org", "c@example.org"}, "Subject: x\r\n\r\n.dot\r\nend\r\n"};
}

std::optional<Result<>> outcomeOf(const MailServer &server, Letter letter)
{
    Mailer mailer;
    std::optional<Result<>> outcome;
    mailer.send(server, std::move(letter), [&](Result<> result) { outcome = std::move(result); });
    for (int i = 0; i < 1000 && !outcome; ++i)
        QTest::qWait(10);
    return outcome;
}

} // namespace

class TestMail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLetterArrivesAsItWasWritten()
    {
        PostOffice office;
        MailServer server = office.server();
        server.user = "user";
        server.password = Secret("hush");
        const auto outcome = outcomeOf(server, letter());
        QVERIFY(outcome && outcome->has_value());
        QCOMPARE(office.letter, QByteArray("Subject: x\r\n\r\n..dot\r\nend\r\n")); // a dot in front is doubled on the way
        QVERIFY(office.commands.contains("RCPT TO:<b@example.org>") && office.commands.contains("RCPT TO:<c@example.org>"));
        QVERIFY(std::any_of(
            office.commands.begin(), office.commands.end(), [](const QByteArray &each) { return each.startsWith("AUTH"); }));
    }

    void severalLettersGoOneAfterAnother()
    {
        PostOffice office;
        Mailer mailer;
        int count = 0;
        std::function<void()> next = [&] {
            mailer.send(office.server(), letter(), [&](const Result<> &result) {
                if (result && ++count < 3)
                    next();
            });
        };
        next();
        QVERIFY(mailer.isBusy());
        QTRY_COMPARE(count, 3);
        QVERIFY(!mailer.isBusy());
    }

    void aRefusalForGoodIsToldFromOneForNow_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isFinal");
        QTest::newRow("for good") << QByteArray("550 nobody here\r\n") << true;
        QTest::newRow("for now") << QByteArray("451 come back\r\n") << false;
    }
    void aRefusalForGoodIsToldFromOneForNow()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isFinal);
        PostOffice office(Answers {{"RCPT", answer}});
        const auto outcome = outcomeOf(office.server(), letter());
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().fault == Fault::InvalidRequest, isFinal);
    }

    void aWrongPasswordIsSaidWithoutIt()
    {
        PostOffice office(Answers {{"AUTH", "535 no\r\n"}});
        MailServer server = office.server();
        server.user = "user";
        server.password = Secret("hush");
        const auto outcome = outcomeOf(server, letter());
        QVERIFY(outcome && !*outcome);
        QVERIFY(outcome->error().message.find("hush") == std::string::npos);
        QVERIFY(outcome->error().message.find("password") != std::string::npos);
    }

    void aServerWithoutTlsGetsNothingWhereTlsIsAsked()
    {
        PostOffice office;
        MailServer server = office.server();
        server.security = MailServer::Security::StartTls;
        server.user = "user";
        server.password = Secret("hush");
        const auto outcome = outcomeOf(server, letter());
        QVERIFY(outcome && !*outcome);
        QVERIFY(office.letter.isEmpty());
        QVERIFY(std::none_of(
            office.commands.begin(), office.commands.end(), [](const QByteArray &each) { return each.startsWith("AUTH"); }));
    }

    void aServerThatHangsIsLeft()
    {
        PostOffice office(Answers {{"hang", ""}});
        MailServer server = office.server();
        server.patience = 200ms;
        const auto outcome = outcomeOf(server, letter());
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().fault, Fault::Timeout);
    }

    void nothingIsSentToWhatIsNoAddress()
    {
        for (const char *bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b>\r\nDATA", "<a@b>", "a@b,c@d"})
            QVERIFY2(!isMailAddress(bad), bad);
        QVERIFY(isMailAddress("a.b+c@example.org"));
        PostOffice office;
        Letter bad = letter();
        bad.to = {"x@y>\r\nRCPT TO:<z@z"};
        const auto outcome = outcomeOf(office.server(), bad);
        QVERIFY(outcome && !*outcome);
        QVERIFY(office.commands.isEmpty());
    }

    void aMailerMayEndInTheMiddle()
    {
        PostOffice office(Answers {{"hang", ""}});
        bool isTold = false;
        {
            Mailer mailer;
            mailer.send(office.server(), letter(), [&](const Result<> &) { isTold = true; });
            QTest::qWait(50);
        }
        QTest::qWait(50);
        QVERIFY(!isTold);
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
