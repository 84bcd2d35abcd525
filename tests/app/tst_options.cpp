// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QTest>

using gatehouse::app::Options;
using gatehouse::app::parseOptions;

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liteLlmsCommandLineWorks()
    {
        const Options options = parseOptions({"--config", "c.yaml", "--host", "0.0.0.0", "--port=5000", "--num_workers", "3",
            "--detailed_debug", "--ssl_certfile_path", "c.pem", "--ssl_keyfile_path", "k.pem", "--telemetry", "False"});
        QCOMPARE(options.task, Options::Task::Run);
        QCOMPARE(options.configFile, std::string("c.yaml"));
        QCOMPARE(options.gateway.host, std::string("0.0.0.0"));
        QCOMPARE(options.gateway.port, std::uint16_t(5000));
        QCOMPARE(options.gateway.workers, 3);
        QVERIFY(options.debug);
        QCOMPARE(options.gateway.certificateFile, std::string("c.pem"));
        QCOMPARE(options.warnings.size(), std::size_t(1));
    }

    void theDefaultIsLoopbackAndPort4000()
    {
        const Options options = parseOptions({"--service"});
        QVERIFY(options.service);
        QCOMPARE(options.gateway.host, std::string("127.0.0.1"));
        QCOMPARE(options.gateway.port, std::uint16_t(4000));
    }

    void commandsAreUnderstood()
    {
        QCOMPARE(parseOptions({"check", "x.yaml"}).task, Options::Task::Check);
        QCOMPARE(parseOptions({"check", "x.yaml"}).file, std::string("x.yaml"));
        QCOMPARE(parseOptions({"config", "schema"}).task, Options::Task::Schema);
        QCOMPARE(parseOptions({"providers"}).task, Options::Task::Providers);
        QCOMPARE(parseOptions({"metrics"}).task, Options::Task::Metrics);
        QCOMPARE(parseOptions({"key", "set", "openai"}).task, Options::Task::Key);
        QCOMPARE(parseOptions({"key", "set", "openai"}).keyName, std::string("openai"));
        QCOMPARE(parseOptions({"key", "list"}).keyAction, std::string("list"));
        QCOMPARE(parseOptions({"key", "set"}).task, Options::Task::Invalid);
        QCOMPARE(parseOptions({"key", "show", "openai"}).task, Options::Task::Invalid);
        QCOMPARE(parseOptions({"--help"}).task, Options::Task::Help);
        QCOMPARE(parseOptions({"-h"}).task, Options::Task::Help);
    }

    void mistakesAreSaid_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::newRow("unknown flag") << QByteArray("--frobnicate");
        QTest::newRow("no value") << QByteArray("--port");
        QTest::newRow("not a number") << QByteArray("--port=x");
        QTest::newRow("too large") << QByteArray("--port=70000");
        QTest::newRow("half of HTTPS") << QByteArray("--ssl_certfile_path=c.pem");
        QTest::newRow("unknown command") << QByteArray("frobnicate");
    }
    void mistakesAreSaid()
    {
        QFETCH(QByteArray, argument);
        const Options options = parseOptions({argument.toStdString()});
        QCOMPARE(options.task, Options::Task::Invalid);
        QVERIFY(!options.problem.empty());
    }
};

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
