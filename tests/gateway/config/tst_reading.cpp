// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/reading.h"
#include "said.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::config;

namespace {

std::string quoted(std::string json)
{
    for (char &character : json)
        character = character == char(39) ? char(34) : character;
    return json;
}

Reading reading()
{
    Reading reading;
    reading.environment = said::environment({{"A_KEY", "sk-from-the-environment"}, {"LITELLM_MASTER_KEY", "sk-master"}});
    reading.credentials = said::read("credential_list:\n- credential_name: shared\n  credential_values: {api_key: sk-shared}\n"
                                     "  credential_info: {}\nmodel_list: []\n")
                              .root.find("credential_list");
    reading.keychain = [](const std::string &name) {
        return name == "mine" ? Result<Secret, KeychainFault>(Secret("sk-kept"))
                              : Result<Secret, KeychainFault>(Failure {KeychainFault {KeychainFault::Kind::Missing}});
    };
    return reading;
}

Result<Value> read(const std::string &params)
{
    return readEntry(Secret(quoted("{'model_name': 'new', 'litellm_params': " + params + "}")), reading());
}

std::string keyIn(const std::string &params)
{
    const auto entry = read(params);
    return entry ? entry->find("litellm_params").find("api_key").asString() : "refused: " + entry.error().message;
}

bool isRefusedFor(const std::string &params, const std::string &part)
{
    const auto entry = read(params);
    return !entry && entry.error().message.find(part) != std::string::npos;
}

} // namespace

class TestReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void referencesAreFollowed()
    {
        QCOMPARE(keyIn("{'model': 'openai/x', 'api_key': 'sk-plain'}"), std::string("sk-plain"));
        QCOMPARE(keyIn("{'model': 'openai/x', 'api_key': 'os.environ/A_KEY'}"), std::string("sk-from-the-environment"));
        QCOMPARE(keyIn("{'model': 'openai/x', 'api_key': 'keychain/mine'}"), std::string("sk-kept"));
        QVERIFY(read("{'model': 'openai/x', 'api_key': 'keychain/mine'}")->find("litellm_params").find("api_key").isSecret());
    }

    void aNamedCredentialIsMergedIn()
    {
        QCOMPARE(keyIn("{'model': 'openai/x', 'litellm_credential_name': 'shared'}"), std::string("sk-shared"));
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'litellm_credential_name': 'none'}", "there is no credential 'none'"));
    }

    void whatLeadsNowhereIsSaid()
    {
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'api_key': 'os.environ/NO_KEY'}", "NO_KEY is not set"));
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'api_key': 'keychain/other'}", "has no key 'other'"));
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'extra_headers': {'a': ['keychain/other']}}", "has no key 'other'"));
    }

    void neitherFilesNorTheGatewaysOwnKeysAreRead()
    {
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'api_key': 'file//etc/passwd'}", "is not read"));
        QVERIFY(isRefusedFor("{'model': 'openai/x', 'api_key': 'os.environ/LITELLM_MASTER_KEY'}", "is not read"));
    }

    void whatIsNoEntryIsRefused()
    {
        QVERIFY(!read("[]"));
        QVERIFY(!read("{'api_key': 'x'}"));
        QVERIFY(!readEntry(Secret("nonsense"), reading()));
        QVERIFY(!readEntry(Secret(), reading()));
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
