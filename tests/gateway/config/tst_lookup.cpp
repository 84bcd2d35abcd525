// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/keychain.h"
#include "gateway/config/secret_file.h"
#include "said.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gatehouse;
using namespace gatehouse::config;

namespace {

std::string modelWith(const std::string &key)
{
    return "model_list:\n- model_name: gpt\n  litellm_params:\n    model: openai/gpt-4o\n    api_key: \"" + key + "\"\n";
}

/// A keychain made of a map that counts how often it is asked.
KeychainReader keychain(std::map<std::string, std::string> keys, int *asked = nullptr)
{
    return [keys = std::move(keys), asked](const std::string &name) -> Result<Secret, KeychainFault> {
        if (asked)
            ++*asked;
        const auto known = keys.find(name);
        if (known == keys.end())
            return Failure {KeychainFault {KeychainFault::Kind::Missing, {}}};
        return Secret(known->second);
    };
}

KeychainReader failing(KeychainFault::Kind kind, int *asked = nullptr)
{
    return [kind, asked](const std::string &) -> Result<Secret, KeychainFault> {
        if (asked)
            ++*asked;
        return Failure {KeychainFault {kind, "as it says"}};
    };
}

Config read(const std::string &text, KeychainReader keys = {})
{
    return parse(text, "config.yaml", Sources(said::environment(), std::move(keys)));
}

Value apiKey(const Config &config)
{
    return config.models().at(0).find("litellm_params").find("api_key");
}

std::string write(const QTemporaryDir &folder, const char *name, const QByteArray &text, mode_t mode = 0600)
{
    const QString path = folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.close();
    ::chmod(qPrintable(path), mode);
    return path.toStdString();
}

} // namespace

class TestLookup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyComesFromTheKeychainAndIsASecret()
    {
        for (const char *reference : {"keychain/openai", "secret://openai"}) {
            const Config config = read(modelWith(reference), keychain({{"openai", "sk-kept"}}));
            QVERIFY2(config.diagnostics.empty(), said::all(config));
            QCOMPARE(apiKey(config).asString(), std::string("sk-kept"));
            QVERIFY(apiKey(config).isSecret());
            QVERIFY(config.root.show().find("sk-kept") == std::string::npos);
        }
    }

    void whatComesFromTheKeychainIsHiddenWhereverItStands()
    {
        const Config config = read(modelWith("k") + "    api_base: keychain/base\n", keychain({{"base", "http://inside"}}));
        QVERIFY(config.root.show().find("http://inside") == std::string::npos);
        QCOMPARE(config.models().at(0).find("litellm_params").find("api_base").asString(), std::string("http://inside"));
    }

    void theKeychainIsAskedOnceForEachName()
    {
        int asked = 0;
        read(modelWith("keychain/a") + "litellm_settings: {langfuse_secret: keychain/a}\n", keychain({{"a", "x"}}, &asked));
        QCOMPARE(asked, 1);
    }

    void aMissingKeyIsSaidWithItsPlaceAndTheCommandThatMendsIt()
    {
        const Config config = read(modelWith("keychain/openai"), keychain({}));
        QVERIFY(config.ok());
        QVERIFY(apiKey(config).isNull());
        QVERIFY2(said::has(config,
                     "config.yaml:5:14: warning: the keychain has no key 'openai', so 'model_list[0].litellm_params.api_key' is "
                     "empty; "
                     "put it there with 'gatehouse key set openai'"),
            said::all(config));
    }

    void aMissingMasterKeyIsAnError()
    {
        const Config config = read("general_settings: {master_key: keychain/master}", keychain({}));
        QVERIFY(!config.ok());
        QVERIFY(said::has(config, "everybody could call"));
    }

    void aKeychainThatCannotBeAskedIsAskedOnce_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("locked") << int(KeychainFault::Kind::Locked) << QByteArray("the keychain is locked or refuses");
        QTest::newRow("silent") << int(KeychainFault::Kind::Silent) << QByteArray("gave no answer");
        QTest::newRow("absent") << int(KeychainFault::Kind::Absent) << QByteArray("there is no keychain to ask");
    }
    void aKeychainThatCannotBeAskedIsAskedOnce()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, words);
        int asked = 0;
        const Config config = read(modelWith("keychain/a") + "litellm_settings: {langfuse_secret: keychain/b}\n",
            failing(KeychainFault::Kind(kind), &asked));
        QCOMPARE(asked, 1);
        QVERIFY(config.ok());
        QCOMPARE(said::count(config, words.toStdString()), 2);
        QVERIFY(said::has(config, "as it says"));
    }

    void withoutAKeychainThatIsSaid() { QVERIFY(said::has(read(modelWith("keychain/a")), "there is no keychain")); }

    void aNameThatIsNoneIsNotAsked()
    {
        int asked = 0;
        const Config config = read(modelWith("keychain/sk-pasted in"), keychain({}, &asked));
        QCOMPARE(asked, 0);
        QVERIFY(said::has(config, "cannot be a key"));
        QVERIFY(!said::has(config, "pasted"));
        for (const char *name : {"", "with blank", "line\nbreak", "ümlaut"})
            QVERIFY2(!isKeyName(name), name);
        QVERIFY(!isKeyName(std::string(129, 'a')));
        QVERIFY(isKeyName("team-a/openai_2.key"));
    }

    void aVariableMayComeFromTheKeychain()
    {
        const Config config = read(modelWith("os.environ/OPENAI") + "environment_variables: {OPENAI: keychain/openai}\n",
            keychain({{"openai", "sk-kept"}}));
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(apiKey(config).asString(), std::string("sk-kept"));
    }

    void aFileStandsBesideTheConfigurationAndIsWatched()
    {
        const QTemporaryDir folder;
        const std::string secret = write(folder, "openai.key", "sk-in-a-file\r\n");
        const std::string path = write(folder, "config.yaml", QByteArray::fromStdString(modelWith("file/openai.key")));
        const Config config = load(path, Sources(said::environment()));
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(apiKey(config).asString(), std::string("sk-in-a-file"));
        QVERIFY(apiKey(config).isSecret());
        QCOMPARE(config.files, (std::vector<std::string> {path, secret}));
    }

    void anAbsolutePathBeginsWithItsOwnSlash()
    {
        const QTemporaryDir folder;
        const std::string secret = write(folder, "k", "sk-absolute");
        QCOMPARE(apiKey(read(modelWith("file/" + secret))).asString(), std::string("sk-absolute"));
        const Config forgotten = read(modelWith("file" + secret));
        QVERIFY2(said::has(forgotten, "for the absolute path write file/" + secret), said::all(forgotten));
    }

    void aFileThatAllMayReadIsAWarning()
    {
        const QTemporaryDir folder;
        const Config config = read(modelWith("file/" + write(folder, "k", "sk-open", 0644)));
        QCOMPARE(apiKey(config).asString(), std::string("sk-open"));
        QVERIFY(said::has(config, "config.yaml:5:14: warning: the file"));
        QVERIFY(said::has(config, "everybody on this machine may read it"));
        QVERIFY(!said::has(config, "sk-open"));
    }

    void whatIsNoFileOfOneSecretIsRefused()
    {
        const QTemporaryDir folder;
        const std::string base = folder.path().toStdString();
        ::mkfifo((base + "/pipe").c_str(), 0600);
        write(folder, "large", QByteArray(65537, 'x'));
        write(folder, "binary", QByteArray("\xff\xfe\0", 3));
        write(folder, "full", QByteArray(65536, 'x'));
        for (const char *name : {"/missing", "/pipe", "/large", "/binary", "/", "/full/x"}) {
            const Config config = read(modelWith("file/" + base + name));
            QVERIFY2(apiKey(config).isNull(), name);
            QVERIFY2(said::has(config, "cannot be read"), said::all(config));
        }
        QVERIFY(!readSecretFile("/dev/zero"));
        QVERIFY(bool(readSecretFile(base + "/full")));
    }

    void onlyOneLineBreakIsLeftOut()
    {
        const QTemporaryDir folder;
        QCOMPARE(readSecretFile(write(folder, "a", "x\n\n"))->text.reveal(), std::string("x\n"));
        QCOMPARE(readSecretFile(write(folder, "b", " x "))->text.reveal(), std::string(" x "));
        QCOMPARE(readSecretFile(write(folder, "c", ""))->text.reveal(), std::string());
    }
};

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
