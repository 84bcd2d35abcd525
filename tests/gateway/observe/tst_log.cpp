// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/journal.h"
#include "gateway/observe/log.h"
#include "gateway/observe/log_levels.h"
#include "gateway/observe/log_text.h"
#include "gateway/wire/json_object.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::observe;

namespace {

/// Where a log writes, for reading.
class Pipe
{
public:
    Pipe()
    {
        if (::pipe(m_ends) != 0)
            qFatal("no pipe");
    }
    ~Pipe()
    {
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }
    int end() const { return m_ends[1]; }
    std::string read() const
    {
        std::string text(65536, 0);
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
        const ssize_t size = ::read(m_ends[0], text.data(), text.size());
        text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return text;
    }

private:
    int m_ends[2] {-1, -1};
};

/// What a log has written when it is gone.
std::string written(const std::function<void(Log &)> &talk)
{
    const Pipe pipe;
    {
        Log log(pipe.end());
        talk(log);
    }
    return pipe.read();
}

/// A journal that keeps its datagrams.
class Journal
{
public:
    Journal()
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        path().copy(address.sun_path, sizeof address.sun_path - 1);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("no socket");
    }
    ~Journal() { ::close(m_socket); }
    std::string path() const { return m_directory.filePath(QStringLiteral("journal")).toStdString(); }
    std::string read() const
    {
        std::string text(65536, 0);
        const ssize_t size = ::recv(m_socket, text.data(), text.size(), MSG_DONTWAIT);
        text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return text;
    }

private:
    QTemporaryDir m_directory;
    int m_socket;
};

Receipt failed()
{
    Receipt receipt;
    receipt.callId = "call-7";
    receipt.model = "gpt";
    receipt.who = "alice";
    receipt.outcome = Outcome::Failed;
    receipt.status = 500;
    receipt.error = "provider words\nwith a break";
    return receipt;
}

bool has(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void levelsAreByCategory()
    {
        const std::string text = written([](Log &log) {
            QVERIFY(setLevels(log, "warning,store=debug").has_value());
            log.say(Log::Level::Info, "one");
            log.say(Log::Level::Debug, {Log::Category::Store, "two"});
            log.say(Log::Level::Info, {Log::Category::Routing, "three"});
            log.say(Log::Level::Warning, {Log::Category::Routing, "four", "call-1"});
        });
        QVERIFY(!has(text, "one") && has(text, "debug: two") && !has(text, "three") && has(text, "warning: four call=call-1\n"));
    }

    void levelsAreReadAsPeopleWriteThem()
    {
        Log log(2);
        QVERIFY(setLevels(log, "DEBUG").has_value());
        QVERIFY(log.wants(Log::Level::Debug, Log::Category::People));
        QVERIFY(setLevels(log, "Warn,http=ERROR").has_value());
        QVERIFY(!log.wants(Log::Level::Warning, Log::Category::Http) && log.wants(Log::Level::Warning));
        for (const char *bad : {"loud", "store=loud", "cellar=debug", "=debug", "debug,,"})
            QVERIFY2(!setLevels(log, bad), bad);
        QVERIFY(log.wants(Log::Level::Warning));
        QVERIFY(setLevels(log, "").has_value());
    }

    void aMessageIsOneLineWithoutCredentials()
    {
        const std::string text = written(
            [](Log &log) { log.say(Log::Level::Error, "Incorrect API key provided: sk-abcdefgh12345678\nforged: line"); });
        QVERIFY(has(text, "error: Incorrect API key provided: [redacted] forged: line\n"));
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
    }

    void jsonLinesAreJson()
    {
        std::string text = written([](Log &log) {
            log.setForm(Log::Form::Json);
            log.say(Log::Level::Warning, {Log::Category::Sinks, "a \"b\"", "call-1"});
        });
        const auto read = wire::JsonObject::parse(text);
        QVERIFY(read.has_value());
        QCOMPARE(read->find("level"), std::string_view("\"warning\""));
        QCOMPARE(read->find("category"), std::string_view("\"sinks\""));
        QCOMPARE(read->find("call_id"), std::string_view("\"call-1\""));
        QVERIFY(read->has("timestamp"));
    }

    void colorsAreOnlyWhereTheyAreAskedFor()
    {
        const auto say = [](Log::Form form) {
            return written([form](Log &log) {
                log.setForm(form);
                log.say(Log::Level::Error, "x");
            });
        };
        QVERIFY(!has(say(Log::Form::Plain), "\x1b"));
        QVERIFY(has(say(Log::Form::Colored), "\x1b[31merror\x1b[0m: x\n"));
    }

    void theJournalGetsFields()
    {
        const Journal journal;
        const std::string text = written([&](Log &log) {
            log.setJournal(journal.path());
            Receipt receipt = failed();
            log.put(textOf(receipt, {log.form(), false, false}));
            log.say(Log::Level::Warning, {Log::Category::Routing, "deployment d rests", "call-8"});
        });
        QCOMPARE(text, std::string());
        const std::string receipt = journal.read(), message = journal.read();
        for (const char *field : {"MESSAGE=failed 500", "PRIORITY=4\n", "SYSLOG_IDENTIFIER=gatehouse\n", "CALL_ID=call-7\n",
                 "MODEL=gpt\n", "KEY_ALIAS=alice\n", "STATUS=500\n"})
            QVERIFY2(has(receipt, field), (field + ("\n" + receipt)).c_str());
        QVERIFY(!has(receipt, "provider words"));
        QVERIFY(has(message, "MESSAGE=deployment d rests\n") && has(message, "CALL_ID=call-8\n"));
    }

    void withoutAJournalItsWordsAreWritten()
    {
        const std::string text = written([](Log &log) {
            log.setJournal("/nowhere/socket");
            log.say(Log::Level::Info, "hello");
        });
        QCOMPARE(text, std::string("hello\n"));
    }

    void aFieldWithALineBreakForgesNoOther()
    {
        const std::string entry = JournalEntry().add("MODEL", "a\nPRIORITY=0").take();
        QCOMPARE(entry, std::string("MODEL\n") + std::string("\x0c\0\0\0\0\0\0\0", 8) + "a\nPRIORITY=0\n");
    }

    void standardErrorIsKnownAsTheJournals()
    {
        const Pipe pipe;
        struct stat facts {
        };
        QCOMPARE(::fstat(pipe.end(), &facts), 0);
        const std::string stream = std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
        QVERIFY(isJournalStream(stream, pipe.end()));
        QVERIFY(!isJournalStream("1:2", pipe.end()) && !isJournalStream("", pipe.end()));
    }

    void aReceiptsLineTellsNoMoreThanItMay()
    {
        Receipt receipt = failed();
        const std::string usual = textOf(receipt, {Log::Form::Plain});
        QVERIFY(!has(usual, "provider words") && has(usual, "alice") && has(usual, "call=call-7"));
        const std::string hidden = textOf(receipt, {Log::Form::Json, true, false});
        QVERIFY(!has(hidden, "alice") && !has(hidden, "provider words"));
        const std::string debug = textOf(receipt, {Log::Form::Plain, false, true});
        QVERIFY(has(debug, "error=\"provider words with a break\""));
        QCOMPARE(receipt.who, std::string("alice"));
        QCOMPARE(receipt.error, std::string("provider words\nwith a break"));
        QVERIFY(levelOf(receipt) == Log::Level::Warning);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
