// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema.h"

#include "gateway/config/coerce.h"
#include "gateway/config/scalar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace gatehouse::config;

namespace {

QJsonObject member(const QJsonObject &object, std::initializer_list<const char *> path)
{
    QJsonObject result = object;
    for (const char *name : path)
        result = result.value(QLatin1String(name)).toObject();
    return result;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsWhole()
    {
        std::set<std::string_view> paths;
        for (const Key &key : schema()) {
            const QByteArray path = QByteArray::fromStdString(std::string(key.path));
            QVERIFY2(paths.insert(key.path).second, (path.toStdString() + " stands twice").c_str());
            QVERIFY2(key.help.size() > 6 && key.help.ends_with('.'), (path.toStdString() + " has no sentence of help").c_str());
            QVERIFY2(findKey(key.path) == &key, (path.toStdString() + " is not found").c_str());
            const std::size_t end = key.path.find_last_of(".[");
            QVERIFY2(
                end == key.path.npos || findKey(key.path.substr(0, end)), (path.toStdString() + " has no parent row").c_str());
            if (!key.fallback.empty())
                QVERIFY2(coerced(plainScalar(key.fallback), key.type),
                    (path.toStdString() + " has a default of the wrong type").c_str());
        }
        QVERIFY(paths.size() > 400);
    }

    void pathsOfFilesFindTheirRows()
    {
        QCOMPARE(findKey("model_list[12].litellm_params.api_key")->path, std::string_view("model_list[].litellm_params.api_key"));
        QCOMPARE(findKey("model_list[0].litellm_params.anything")->path, std::string_view("model_list[].litellm_params.*"));
        QCOMPARE(findKey("environment_variables.SOME_NAME")->type, Type::Secret);
        QVERIFY(!findKey("router_settings.nothing"));
        QVERIFY(!findKey("nowhere.at.all"));
    }

    void requestParametersAreToldFromTheGatewaysOwnKeys()
    {
        for (const char *name : {"temperature", "max_tokens", "tools", "vendor_flag", "top_k"})
            QVERIFY2(isRequestParameter(name), name);
        for (const char *name : {"model", "api_key", "rpm", "weight", "mock_response", "drop_params", "aws_region_name", "tags",
                 "input_cost_per_token", "input_cost_per_token_above_900k_tokens", "litellm_trace_id"})
            QVERIFY2(!isRequestParameter(name), name);
    }

    void theJsonSchemaIsJsonAndDescribesTheKeys()
    {
        QJsonParseError error;
        const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(jsonSchema()), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(root.value(QLatin1String("$schema")).toString(), QStringLiteral("https://json-schema.org/draft/2020-12/schema"));
        const QJsonObject retries = member(root, {"properties", "router_settings", "properties", "num_retries"});
        QCOMPARE(retries.value(QLatin1String("$ref")).toString(), QStringLiteral("#/$defs/integer"));
        QCOMPARE(retries.value(QLatin1String("default")).toInt(), 2);
        const QJsonObject model = member(root, {"properties", "model_list", "items"});
        QVERIFY(model.value(QLatin1String("required")).toArray().contains(QStringLiteral("model_name")));
        QVERIFY(!member(root, {"$defs", "reference"}).isEmpty());
    }

    void everyReferenceOfTheJsonSchemaLeadsSomewhere()
    {
        const QString text = QString::fromStdString(jsonSchema());
        const QJsonObject definitions = QJsonDocument::fromJson(text.toUtf8()).object().value(QLatin1String("$defs")).toObject();
        const QString begin = QStringLiteral("\"#/$defs/");
        int found = 0;
        for (auto at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1), ++found) {
            const auto nameAt = at + begin.size();
            const QString name = text.mid(nameAt, text.indexOf(QLatin1Char('"'), nameAt) - nameAt);
            QVERIFY2(definitions.contains(name), qPrintable(name));
        }
        QVERIFY(found > 300);
    }

    void theReferencePageInTheTreeIsTheOneOfTheTable()
    {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/docs/configuration.md"));
        const QByteArray page = QByteArray::fromStdString(referencePage());
        if (qEnvironmentVariableIsSet("GATEHOUSE_WRITE_REFERENCE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(page), page.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == page,
            "docs/configuration.md is not up to date; write it with: gatehouse config reference > docs/configuration.md");
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
