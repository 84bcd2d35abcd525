// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../upstream/script_server.h"
#include "gateway/observe/sinks/sinks.h"
#include "gateway/observe/sinks/trace_parent.h"
#include "gateway/providers/digest.h"
#include "sample_receipt.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;

namespace {

/// What came to a server, and all sinks.
struct World {
    ScriptServer server {[this](QTcpSocket *socket, const QByteArray &request) {
        came << request;
        socket->write(ScriptServer::answer("{}"));
    }};
    QList<QByteArray> came;
    Sinks sinks {{}};

    Choice generic(const char *name, const char *path) const
    {
        return {name, "generic_api", true, true,
            {{"GENERIC_LOGGER_ENDPOINT", Secret(server.url(path))}, {"FLUSH_INTERVAL", Secret("0.001")}}};
    }
    int countOf(const char *text) const
    {
        int count = 0;
        for (const QByteArray &request : came)
            count += request.contains(text) ? 1 : 0;
        return count;
    }
};

Receipt with(Callbacks callbacks, std::vector<std::string> disabled = {})
{
    Receipt receipt = wholeReceipt();
    Circumstances circumstances = *receipt.circumstances;
    circumstances.callbacks = std::make_shared<const Callbacks>(std::move(callbacks));
    circumstances.disabledCallbacks = std::move(disabled);
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    return receipt;
}

CallbackChoice ownGeneric(const std::string &url, const char *name = "generic_api")
{
    return {name, true, true, {{"generic_logger_endpoint", Secret(url)}, {"flush_interval", Secret("0.001")}}};
}

} // namespace

class TestSinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsToldWhatItWants()
    {
        World world;
        Settings settings;
        settings.choices = {world.generic("all", "/all"), world.generic("good", "/good"), world.generic("bad", "/bad")};
        settings.choices[1].onFailure = false;
        settings.choices[2].onSuccess = false;
        world.sinks.configure(settings);
        world.sinks.onReceipt(wholeReceipt());
        QTRY_COMPARE(world.came.size(), 2);
        QCOMPARE(world.countOf("POST /bad"), 0);
        world.sinks.onReceipt(failedReceipt());
        QTRY_COMPARE(world.came.size(), 4);
        QCOMPARE(world.countOf("POST /good"), 1);
        QCOMPARE(world.countOf("POST /bad"), 1);
        QTRY_COMPARE(world.sinks.figures().at(0).sent, std::uint64_t(2));
    }

    void whoIsDisabledIsToldNothing()
    {
        World world;
        Settings settings;
        settings.choices = {world.generic("one", "/one"), world.generic("two", "/two")};
        world.sinks.configure(settings);
        Callbacks callbacks;
        callbacks.disabled = {"one"};
        world.sinks.onReceipt(with(callbacks));
        world.sinks.onReceipt(with({}, {"one"}));
        QTRY_COMPARE(world.sinks.figures().at(1).sent, std::uint64_t(2));
        QCOMPARE(world.countOf("POST /one"), 0);
    }

    void aKeysOwnAccountStandsInTheGatewaysPlace()
    {
        World world;
        Settings settings;
        settings.choices = {world.generic("generic_api", "/ours")};
        world.sinks.configure(settings);
        Callbacks callbacks;
        callbacks.choices = {ownGeneric(world.server.url("/theirs"))};
        world.sinks.onReceipt(with(callbacks));
        QTRY_COMPARE(world.countOf("POST /theirs"), 1);
        QCOMPARE(world.countOf("POST /ours"), 0);
        callbacks.choices = {{"generic_api"}}; // it says nothing of its own: the gateway's account, and only once
        world.sinks.onReceipt(with(callbacks));
        QTRY_COMPARE(world.countOf("POST /ours"), 1);
    }

    void aKeyRefersToVariablesOfThatSinkOnly()
    {
        World world;
        Settings settings;
        settings.environment = [&](const std::string &name) -> std::optional<std::string> {
            if (name == "GENERIC_LOGGER_TEAM")
                return world.server.url("/team");
            return name == "OPENAI_API_KEY" ? std::optional<std::string>("sk-provider") : std::nullopt;
        };
        world.sinks.configure(settings);
        Callbacks callbacks;
        callbacks.choices = {ownGeneric("os.environ/GENERIC_LOGGER_TEAM")};
        callbacks.choices[0].variables.emplace_back("generic_logger_headers", Secret("os.environ/OPENAI_API_KEY"));
        world.sinks.onReceipt(with(callbacks));
        QTRY_COMPARE(world.countOf("POST /team"), 1);
        QCOMPARE(world.countOf("sk-provider"), 0);
        callbacks.choices = {ownGeneric("os.environ/OPENAI_API_KEY")};
        world.sinks.onReceipt(with(callbacks));
        QCOMPARE(world.sinks.figures().at(0).dropped, std::uint64_t(1));
        callbacks.choices = {{"nonsense"}, {"jsonl", true, true, {{"path", Secret("/tmp/no")}}}};
        world.sinks.onReceipt(with(callbacks));
        QCOMPARE(world.sinks.figures().size(), std::size_t(1));
    }

    void nothingIsLookedUpForACaller()
    {
        World world;
        Settings settings;
        settings.environment = [&](const std::string &) { return std::optional<std::string>(world.server.url("/team")); };
        world.sinks.configure(settings);
        Callbacks callbacks;
        callbacks.choices = {ownGeneric("os.environ/GENERIC_LOGGER_TEAM")};
        callbacks.choices[0].isOfCall = true;
        world.sinks.onReceipt(with(callbacks));
        QCOMPARE(world.sinks.figures().at(0).dropped, std::uint64_t(1));
        callbacks.choices = {ownGeneric(world.server.url("/said"))};
        callbacks.choices[0].isOfCall = true;
        world.sinks.onReceipt(with(callbacks));
        QTRY_COMPARE(world.countOf("POST /said"), 1);
        QCOMPARE(world.came.size(), 1);
    }

    void whatACallerNamesTakesNoDiskAndNobodysPlace()
    {
        const QTemporaryDir directory;
        const std::string nowhere = "http://127.0.0.1:1/";
        {
            Sinks sinks({directory.path().toStdString()});
            Callbacks callbacks;
            callbacks.choices = {ownGeneric(nowhere + "administered")};
            sinks.onReceipt(with(callbacks));
            for (int i = 0; i < 300; ++i) {
                callbacks.choices = {ownGeneric(nowhere + std::to_string(i))};
                callbacks.choices[0].isOfCall = true;
                sinks.onReceipt(with(callbacks));
            }
            const Figures figures = sinks.figures().at(0);
            QVERIFY2(figures.waiting <= 33, std::to_string(figures.waiting).c_str());
            QCOMPARE(figures.waiting + figures.dropped, std::size_t(301));
        }
        QCOMPARE(QDir(directory.filePath(QStringLiteral("sinks"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void aKeyMayHideItsMessages()
    {
        World world;
        Callbacks callbacks;
        callbacks.choices = {ownGeneric(world.server.url("/"))};
        callbacks.choices[0].variables.emplace_back("turn_off_message_logging", Secret("true"));
        world.sinks.onReceipt(with(callbacks));
        QTRY_COMPARE(world.came.size(), 1);
        QCOMPARE(world.countOf("redacted-by-litellm"), 1);
        QCOMPARE(world.countOf("Hello"), 0);
    }

    void aReloadKeepsWhatIsTheSame()
    {
        World world;
        Settings settings;
        settings.choices = {world.generic("one", "/one")};
        settings.choices[0].variables.erase("FLUSH_INTERVAL");
        world.sinks.configure(settings);
        world.sinks.onReceipt(wholeReceipt());
        settings.choices.push_back(world.generic("two", "/two"));
        world.sinks.configure(settings);
        QCOMPARE(world.sinks.figures().at(0).waiting, std::size_t(1));
        settings.choices.erase(settings.choices.begin());
        world.sinks.configure(settings);
        QCOMPARE(world.sinks.figures().at(0).dropped, std::uint64_t(1)); // there is no disk here
    }

    void aTestTellsHowItWent()
    {
        World world;
        Settings settings;
        settings.choices = {world.generic("one", "/one"), world.generic("dead", "/")};
        settings.choices[1].variables.insert_or_assign("GENERIC_LOGGER_ENDPOINT", Secret("http://127.0.0.1:1/"));
        world.sinks.configure(settings);
        std::vector<std::string> said;
        const auto told = [&](const Result<std::string> &how) { said.push_back(how ? *how : how.error().message); };
        world.sinks.test("one", told);
        QTRY_COMPARE(said.size(), std::size_t(1));
        QCOMPARE(said[0], std::string("HTTP 200"));
        world.sinks.test("dead", told);
        QTRY_COMPARE(said.size(), std::size_t(2));
        QVERIFY(said[1].starts_with("dead: "));
        world.sinks.test("langfuse", told);
        QCOMPARE(said.size(), std::size_t(3));
        QCOMPARE(said[2], std::string("langfuse lacks LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY"));
        world.sinks.test("nonsense", told);
        QVERIFY(said[3].starts_with("There is no service"));
    }

    void aTraceGoesOnWhereItsHeaderIsOne()
    {
        const TraceParent parent = traceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        QVERIFY(parent.isValid && parent.isSampled);
        QCOMPARE(providers::hex({parent.spanId.data(), parent.spanId.size()}), std::string("b7ad6b7169203331"));
        QVERIFY(!traceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00").isSampled);
        QVERIFY(traceParent("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more").isValid);
        for (const char *wrong : {"", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                 "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                 "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                 "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                 "00-0af7651916cd43dd8448eb211c80319z-b7ad6b7169203331-01",
                 "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x"})
            QVERIFY2(!traceParent(wrong).isValid, wrong);
    }
};

QTEST_GUILESS_MAIN(TestSinks)
#include "tst_sinks.moc"
