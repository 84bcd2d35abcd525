// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/secret_names.h"

#include <QTest>

#include <initializer_list>

using namespace gatehouse;

namespace {

void areSecret(NameOf what, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        QVERIFY2(isSecretName(name, what), name);
}

void areNotSecret(NameOf what, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        QVERIFY2(!isSecretName(name, what), name);
}

} // namespace

class TestSecretNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatPeopleWriteIntoBodiesIsJudgedByWholeNames()
    {
        areSecret(NameOf::Member,
            {"api_key", "apiKey", "API_KEY", "Authorization", "password", "client_secret", "AWS_Session_Token", "secret"});
        areNotSecret(
            NameOf::Member, {"", "token", "secrets", "secretary", "key", "max_tokens", "my_password", "api_key_of_somebody"});
    }

    void theLastLetterTellsOfMostMembers()
    {
        for (const char last : std::string_view("yntdYNTD"))
            QVERIFY(mayEndSecretMember(last));
        for (const char last : std::string_view("aesrgl_-9\" "))
            QVERIFY(!mayEndSecretMember(last));
    }

    void fieldsAreJudgedByWhatTheirNamesHold()
    {
        areSecret(NameOf::Field,
            {"Authorization", "Proxy-Authorization", "Set-Cookie", "X-Goog-Api-Key", "X-Amz-Signature", "X-Amz-Security-Token",
                "key", "sig", "x-litellm-key", "my_token"});
        areNotSecret(NameOf::Field, {"", "content-type", "keyword", "tokens", "x-request-id", "significant", "code-page"});
        const std::string padding(100, 'x');
        QVERIFY(isSecretName(padding + "-API-key", NameOf::Field));
        QVERIFY(!isSecretName(padding, NameOf::Field));
        for (int round = 0; round < 2; ++round) { // the second time it is remembered
            QVERIFY(isSecretName("X-Again-Key", NameOf::Field));
            QVERIFY(!isSecretName("x-again-keys", NameOf::Field));
        }
    }

    void settingsAndColumnsHaveTheirOwnWords()
    {
        areSecret(
            NameOf::Setting, {"langfuse_secret", "auth_token", "SLACK_WEBHOOK_URL", "database_connection_string", "public_key"});
        areNotSecret(NameOf::Setting, {"", "max_tokens", "model", "keyword", "code", "sig"});
        for (int round = 0; round < 2; ++round) { // the second time it is remembered, for its own kind
            QVERIFY(isSecretName("slack_webhook", NameOf::Setting) && !isSecretName("slack_webhook", NameOf::Field));
            QVERIFY(isSecretName("sig", NameOf::Field) && !isSecretName("sig", NameOf::Setting));
        }
        areSecret(NameOf::Column, {"api_key", "vertex_credentials", "aws_session_token", "Password"});
        areNotSecret(NameOf::Column, {"", "token", "key_name", "team_id", "credential_name"});
    }
};

QTEST_APPLESS_MAIN(TestSecretNames)
#include "tst_secret_names.moc"
