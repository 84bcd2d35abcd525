// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

using State = ClientStatus::State;

namespace {

const ConnectClient &client(QByteArrayView key)
{
    const auto all = connectClients();
    return *std::find_if(all.begin(), all.end(), [key](const ConnectClient &each) { return key == each.key; });
}

/// A client in a home of its own.
struct Home {
    explicit Home(QByteArrayView clientKey)
        : row(client(clientKey))
    {
    }

    ClientFile file() const { return fileOf(row, words, folder.path()); }
    State state() const { return statusOf(file()).state; }
    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(file().path).path());
        QFile to(file().path);
        if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size())
            qFatal("The home of the test cannot be written");
    }
    QByteArray read() const
    {
        QFile from(file().path);
        return from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray("(no file)");
    }
    QString connectIt()
    {
        const FileChange change = connectingChange(file());
        if (change.after)
            written = fingerprintOf(*change.after);
        return applyFileChange(change);
    }
    QString disconnectIt() const { return applyFileChange(disconnectingChange(file(), written)); }

    QTemporaryDir folder;
    const ConnectClient &row;
    ClientWords words {u"http://127.0.0.1:4000"_s, u"sk-made"_s, {}, {u"fast"_s, u"gpt-4o"_s}};
    QByteArray written;
};

} // namespace

class ClientFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"CLAUDE_CONFIG_DIR", "CODEX_HOME", "GEMINI_CLI_HOME", "XDG_CONFIG_HOME"})
            qunsetenv(name);
    }

    void everyFileThatWasMadeIsTakenAwayAgain_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const ConnectClient &each : connectClients()) {
            if (each.place)
                QTest::newRow(each.key) << QByteArray(each.key);
        }
    }

    void everyFileThatWasMadeIsTakenAwayAgain()
    {
        QFETCH(QByteArray, key);
        Home home(key);
        home.words.model = u"fast"_s;
        QCOMPARE(home.state(), State::NotConnected);
        QCOMPARE(home.connectIt(), QString());
        QCOMPARE(home.state(), State::Connected);
        QCOMPARE(statusOf(home.file()).key, QByteArray("sk-made"));
        QVERIFY(statusOf(home.file()).address.startsWith(home.words.address));
        QCOMPARE(QFile::permissions(home.file().path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(home.disconnectIt(), QString());
        QVERIFY(!QFile::exists(home.file().path));
        QVERIFY(!QFile::exists(backupOf(home.file().path)));
        QCOMPARE(home.state(), State::NotConnected);
    }

    void whatWasThereBeforeComesBackByteForByte()
    {
        Home home("claude-code");
        const QByteArray before =
            "{ \"env\": {\"ANTHROPIC_BASE_URL\": \"https://other.example\",\n\"KEEP\": \"1\"},\t\"model\":\"opus\" }";
        home.write(before);
        QCOMPARE(home.state(), State::NotConnected);
        QCOMPARE(statusOf(home.file()).address, u"https://other.example"_s);
        QCOMPARE(home.connectIt(), QString());
        QCOMPARE(home.state(), State::Connected);
        const QJsonObject now = QJsonDocument::fromJson(home.read()).object();
        QCOMPARE(now["env"_L1]["KEEP"_L1].toString() + now["model"_L1].toString(), u"1opus"_s);
        QCOMPARE(home.disconnectIt(), QString());
        QCOMPARE(home.read(), before);
    }

    void aFileThatChangedSinceLosesOnlyWhatConnectedIt()
    {
        Home home("claude-code");
        home.write("{\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"https://other.example\"\n  }\n}\n");
        QCOMPARE(home.connectIt(), QString());
        QByteArray edited = home.read();
        edited.replace("\n}\n", ",\n  \"theme\": \"dark\"\n}\n");
        home.write(edited);
        QCOMPARE(home.state(), State::Connected);
        QCOMPARE(home.disconnectIt(), QString());
        QCOMPARE(home.read(),
            QByteArray(
                "{\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"https://other.example\"\n  },\n  \"theme\": \"dark\"\n}\n"));
        QVERIFY(!QFile::exists(backupOf(home.file().path)));
    }

    void whatOursWasIsGoneWhereTheFileWasNewAndChangedSince()
    {
        Home home("codex");
        QCOMPARE(home.connectIt(), QString());
        home.write(home.read() + "\n[mcp_servers.x]\ncommand = \"y\"\n");
        QCOMPARE(home.disconnectIt(), QString());
        QCOMPARE(home.read(), QByteArray("\n[mcp_servers.x]\ncommand = \"y\"\n"));
    }

    void anotherAddressOrProviderIsADrift()
    {
        Home claude("claude-code");
        QCOMPARE(claude.connectIt(), QString());
        claude.words.address = u"http://127.0.0.1:4001"_s;
        QCOMPARE(claude.state(), State::Drifted);
        QCOMPARE(claude.connectIt(), QString());
        QCOMPARE(claude.state(), State::Connected);
        QCOMPARE(claude.disconnectIt(), QString());
        QVERIFY(!QFile::exists(claude.file().path)); // what was there before the first time counts

        Home codex("codex");
        QCOMPARE(codex.connectIt(), QString());
        codex.write(codex.read().replace("model_provider = \"gatehouse\"", "model_provider = \"openai\""));
        QCOMPARE(codex.state(), State::Drifted);
    }

    void connectingAgainWithoutAKeyKeepsTheOneThatIsThere()
    {
        Home home("gemini-cli");
        home.write("# mine\nGEMINI_API_KEY=\"AIza\"\n");
        QCOMPARE(home.connectIt(), QString());
        QCOMPARE(home.read(), QByteArray("# mine\nGEMINI_API_KEY=sk-made\nGOOGLE_GEMINI_BASE_URL=http://127.0.0.1:4000\n"));
        home.words.key.clear();
        home.words.address = u"http://127.0.0.1:4001"_s;
        QCOMPARE(home.connectIt(), QString());
        QCOMPARE(statusOf(home.file()).key, QByteArray("sk-made"));
        home.write(home.read() + "DEBUG=1\n");
        QCOMPARE(home.disconnectIt(), QString());
        QCOMPARE(home.read(), QByteArray("# mine\nGEMINI_API_KEY=\"AIza\"\nDEBUG=1\n"));
    }

    void modelsThatSomebodySetUpStayAsTheyAre()
    {
        Home home("opencode");
        home.write("{\"provider\": {\"gatehouse\": {\"models\": {\"fast\": {\"name\": \"Mine\"}}}, \"x\": {}}}");
        QCOMPARE(home.state(), State::Drifted);
        QCOMPARE(home.connectIt(), QString());
        const QJsonValue models = QJsonDocument::fromJson(home.read())["provider"_L1]["gatehouse"_L1]["models"_L1];
        QCOMPARE(models["fast"_L1]["name"_L1].toString(), u"Mine"_s);
        QVERIFY(models["gpt-4o"_L1].isObject());
    }

    void aFileThatCannotBeChangedSafelyIsLeftAlone()
    {
        Home home("claude-code");
        for (const QByteArray &bytes :
            {QByteArray("{\"env\": "), QByteArray("{\"env\": [1]}"), QByteArray("{\"a\": \"\xff\"}")}) {
            home.write(bytes);
            QVERIFY(!home.connectIt().isEmpty());
            QCOMPARE(home.read(), bytes);
            QVERIFY(!QFile::exists(backupOf(home.file().path)));
        }
        QCOMPARE(home.state(), State::Unreadable);
    }

    void aFileThatChangedAfterItWasShownIsNotWritten()
    {
        Home home("claude-code");
        home.write("{}\n");
        const FileChange change = connectingChange(home.file());
        home.write("{\"a\": 1}\n");
        QVERIFY(!applyFileChange(change).isEmpty());
        QCOMPARE(home.read(), QByteArray("{\"a\": 1}\n"));
    }

    void aLinkStaysALink()
    {
        Home home("claude-code");
        const QString real = home.folder.filePath(u"dotfiles.json"_s);
        QFile(real).open(QIODevice::WriteOnly);
        QDir().mkpath(QFileInfo(home.file().path).path());
        QVERIFY(QFile::link(real, home.file().path));
        QCOMPARE(home.connectIt(), QString());
        QVERIFY(QFileInfo(home.file().path).isSymLink());
        QVERIFY(QFileInfo(real).size() > 0);
    }

    void placesFollowTheEnvironmentAndWhatIsThere()
    {
        const Home home("opencode");
        QCOMPARE(home.file().path, home.folder.filePath(u".config/opencode/opencode.json"_s));
        QDir().mkpath(home.folder.filePath(u"elsewhere/opencode"_s));
        qputenv("XDG_CONFIG_HOME", home.folder.filePath(u"elsewhere"_s).toLocal8Bit());
        QFile(home.folder.filePath(u"elsewhere/opencode/opencode.jsonc"_s)).open(QIODevice::WriteOnly);
        QCOMPARE(home.file().path, home.folder.filePath(u"elsewhere/opencode/opencode.jsonc"_s));
        qunsetenv("XDG_CONFIG_HOME");
    }

    void everyTextHoldsTheKeyAndMostTheAddress()
    {
        const ClientWords words {u"http://127.0.0.1:4000"_s, u"sk-made"_s, u"gpt-4o"_s, {}};
        for (const ConnectClient &each : connectClients()) {
            const QList<ClientText> texts = textsOf(each, words);
            QVERIFY2(!texts.isEmpty(), each.key);
            QString all;
            for (const ClientText &text : texts)
                all += text.text;
            QVERIFY2(all.contains("sk-made"_L1) && !all.contains("YOUR_KEY"_L1), each.key);
            QCOMPARE(all.contains(words.address), QByteArrayView(each.key) != "cursor");
            QCOMPARE(all.contains("gpt-4o"_L1), each.modelUse != ModelUse::None);
            QVERIFY(!each.sentence().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(ClientFilesTest)
#include "tst_client_files.moc"
