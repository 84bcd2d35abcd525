// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/sealed_fields.h"
#include "gateway/admin/stored_config.h"
#include "gateway/people/fields.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

QJsonObject secrets()
{
    return {{QStringLiteral("model"), QStringLiteral("openai/gpt-4o")}, {QStringLiteral("api_key"), QStringLiteral("sk-stored")},
        {QStringLiteral("rpm"), 5}, {QStringLiteral("drop_params"), true},
        {QStringLiteral("extra_headers"), QJsonObject {{QStringLiteral("x-token"), QStringLiteral("header-secret")}}},
        {QStringLiteral("tags"), QJsonArray {QStringLiteral("a"), QStringLiteral("b")}}};
}

vault::Vault vaultOf(const char *saltKey)
{
    return *vault::Vault::from(Secret(saltKey));
}

people::Change model(const std::string &id, const QJsonObject &params)
{
    const QJsonObject fields {{QStringLiteral("model_name"), QStringLiteral("late")}, {QStringLiteral("litellm_params"), params},
        {QStringLiteral("created_by"), QStringLiteral("somebody")}};
    return {people::Kind::Model, id, people::jsonOf(fields), "created"};
}

} // namespace

class TestStoredConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMayBeSecretIsSealedAndComesBack()
    {
        const QJsonObject sealed = sealedFields(secrets(), placeOfModel("m"), vaultOf("salt"));
        const std::string text = people::jsonOf(sealed);
        for (const char *part : {"sk-stored", "header-secret", "x-token"})
            QVERIFY2(text.find(part) == std::string::npos, part);
        QCOMPARE(sealed.value(QStringLiteral("model")).toString(), QStringLiteral("openai/gpt-4o"));
        QCOMPARE(sealed.value(QStringLiteral("rpm")).toInt(), 5);
        const auto opened = openedFields(sealed, placeOfModel("m"), vaultOf("salt"));
        QVERIFY(bool(opened));
        QCOMPARE(*opened, secrets());
    }

    void aFieldCannotBeMovedToAnotherFieldOrModel()
    {
        QJsonObject sealed = sealedFields(secrets(), placeOfModel("m"), vaultOf("salt"));
        QVERIFY(!openedFields(sealed, placeOfModel("n"), vaultOf("salt")));
        sealed.insert(QStringLiteral("api_base"), sealed.value(QStringLiteral("api_key")));
        QVERIFY(!openedFields(sealed, placeOfModel("m"), vaultOf("salt")));
    }

    void recordsBecomeEntriesOfTheConfiguration()
    {
        people::Directory directory;
        directory.apply({model("m", sealedFields(secrets(), placeOfModel("m"), vaultOf("salt")))});
        const config::Stored stored = storedConfig(directory, Secret("salt"));
        QCOMPARE(stored.models.size(), std::size_t(1));
        QCOMPARE(stored.models[0].name, std::string("m"));
        const QJsonObject entry = people::objectFrom(stored.models[0].json.reveal());
        QCOMPARE(entry.value(QStringLiteral("litellm_params")).toObject(), secrets());
        QVERIFY(!entry.contains(QStringLiteral("created_by")));
        QVERIFY(stored.problems.empty());
    }

    void whatCannotBeOpenedIsSaidAndTheRestIsThere()
    {
        people::Directory directory;
        directory.apply({model("m", sealedFields(secrets(), placeOfModel("m"), vaultOf("salt"))),
            model("n", sealedFields(secrets(), placeOfModel("n"), vaultOf("other"))),
            {people::Kind::Setting, "x", "{torn", "created"}});
        const config::Stored stored = storedConfig(directory, Secret("salt"));
        QCOMPARE(stored.models.size(), std::size_t(1));
        QCOMPARE(stored.problems.size(), std::size_t(1));
        QVERIFY(
            stored.problems[0].find("'n' is left out: a stored secret was sealed with another salt key") != std::string::npos);
        QCOMPARE(storedConfig(directory, Secret()).problems.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestStoredConfig)
#include "tst_stored_config.moc"
