// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/catalogue_row.h"
#include "gateway/admin/entry_text.h"
#include "gateway/admin/provider_rows.h"
#include "gateway/admin/refused_words.h"
#include "gateway/admin/trial.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace std::chrono_literals;

namespace {

const std::string models =
    "general_settings: {master_key: sk-test}\n"
    "model_list:\n"
    "- {model_name: a, litellm_params: {model: openai/gpt-4o, api_key: sk-hidden}, model_info: {id: one}}\n"
    "- {model_name: b, litellm_params: {model: openai/gpt-4o, api_key: sk-hidden}, model_info: {id: two}}\n";

config::Environment with(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto known = variables.find(name);
        return known == variables.end() ? std::nullopt : std::optional(known->second);
    };
}

QJsonArray list(const std::string &json, const char *member)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object().value(QLatin1String(member)).toArray();
}

QJsonObject rowOf(const QJsonArray &rows, const char *member, const char *name)
{
    for (const auto &row : rows) {
        if (row.toObject().value(QLatin1String(member)) == QLatin1String(name))
            return row.toObject();
    }
    return {};
}

Answer catalogueOf(World &world, const std::string &query)
{
    Answer answer;
    pipeline::Inbound inbound;
    inbound.request.query = query;
    inbound.reply = std::make_unique<KeptReply>(answer);
    listCatalogue(world.context, std::move(inbound));
    return answer;
}

} // namespace

class TestProviderRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowTellsHowTheGatewayStandsToIt()
    {
        World world(models);
        world.shared.health.setOutage(world.slot("two"), world.context.clock.now() + 1min);
        const auto rows = list(providerRows({}, providerUses(world.context), with({{"GROQ_API_KEY", "k"}})), "providers");
        QVERIFY(rows.size() > 100);
        const QJsonObject openai = rowOf(rows, "name", "openai"), groq = rowOf(rows, "name", "groq");
        QCOMPARE(openai.value(QLatin1String("deployments")).toInt(), 2);
        QCOMPARE(openai.value(QLatin1String("state")).toString(), QStringLiteral("open"));
        QVERIFY(openai.value(QLatin1String("catalogue_models")).toInt() > 50);
        QVERIFY(!openai.value(QLatin1String("is_ready")).toBool());
        QVERIFY(groq.value(QLatin1String("is_ready")).toBool());
        QVERIFY(groq.value(QLatin1String("state")).isNull());
        const QJsonObject key = groq.value(QLatin1String("parameters")).toArray().first().toObject();
        QCOMPARE(key.value(QLatin1String("found")).toString(), QStringLiteral("GROQ_API_KEY"));
        QVERIFY(rowOf(rows, "name", "replicate").isEmpty());
    }

    void oneRowMayBeAskedFor()
    {
        World world(models);
        QCOMPARE(list(providerRows("groq", providerUses(world.context), with({})), "providers").size(), 1);
    }

    void whatTheEnvironmentHoldsIsNamedAndNotTold()
    {
        World world(models);
        const std::string json = foundRows(providerUses(world.context),
            with({{"OPENAI_API_KEY", "sk-0123456789abcdefWXYZ"}, {"GROQ_API_KEY", "short"}, {"AWS_REGION", "eu-west-1"},
                {"OLLAMA_API_BASE", "http://user:word@h"}, {"LITELLM_MASTER_KEY", "sk-master"}}));
        const auto found = list(json, "found");
        QCOMPARE(found.size(), 2);
        const QJsonObject openai = rowOf(found, "provider", "openai");
        QVERIFY(openai.value(QLatin1String("is_used")).toBool());
        const QJsonObject variable = openai.value(QLatin1String("variables")).toArray().first().toObject();
        QCOMPARE(variable.value(QLatin1String("hint")).toString(), QStringLiteral("…WXYZ"));
        QCOMPARE(openai.value(QLatin1String("litellm_params")).toObject().value(QLatin1String("api_key")).toString(),
            QStringLiteral("os.environ/OPENAI_API_KEY"));
        for (const char *secret : {"6789", "short", "word", "sk-master"})
            QVERIFY2(json.find(secret) == std::string::npos, secret);
    }

    void theCatalogueIsSearched()
    {
        World world(models);
        const auto found = catalogueOf(world, "provider=openai&q=GPT-4o+mini&limit=5");
        QCOMPARE(found.status, 200);
        const QJsonObject model = rowOf(list(found.body, "models"), "id", "gpt-4o-mini");
        QCOMPARE(model.value(QLatin1String("model")).toString(), QStringLiteral("openai/gpt-4o-mini"));
        QCOMPARE(model.value(QLatin1String("input_cost_per_million")).toDouble(), 0.15);
        QCOMPARE(model.value(QLatin1String("output_cost_per_million")).toDouble(), 0.6);
        QVERIFY(list(found.body, "models").size() <= 5);
        QCOMPARE(list(catalogueOf(world, "q=no+such+model+anywhere").body, "models").size(), 0);
        const auto two = list(catalogueOf(world, "provider=groq&limit=1&offset=1").body, "models");
        QVERIFY(two.size() == 1 && two != list(catalogueOf(world, "provider=groq&limit=1").body, "models"));
    }

    void numbersThatAreNoneAreRefused()
    {
        World world(models);
        for (const char *query : {"limit=0", "limit=5001", "limit=x", "limit=1e3", "offset=-1", "offset=99999999999999999999"})
            QVERIFY2(catalogueOf(world, query).status == 400, query);
    }

    void everyModelOfTheCatalogueIsReachable()
    {
        World world(models);
        const auto all = catalogueOf(world, "limit=5000");
        const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(all.body)).object();
        QCOMPARE(list(all.body, "models").size(), root.value(QLatin1String("total")).toInt());
        QVERIFY(root.value(QLatin1String("total")).toInt() > 1000);
    }

    void aTrialIsAsAnEntryWouldBe()
    {
        World world(models);
        config::Reading reading;
        reading.environment = with({{"A_KEY", "sk-a"}});
        const Secret entry(
            "{\"model_name\":\"n\",\"litellm_params\":{\"model\":\"openai/gpt-4o\",\"api_key\":\"os.environ/A_KEY\"}}");
        const auto deployment = trialDeployment(entry, reading, world.context.snapshot->catalogue);
        QVERIFY(deployment);
        QCOMPARE(deployment->apiKey.reveal(), std::string("sk-a"));
        QCOMPARE(deployment->facts.mode, std::string("chat"));
        QVERIFY(!deployment->prices.empty());
        const Secret nobody("{\"model_name\":\"n\",\"litellm_params\":{\"model\":\"replicate/x\"}}");
        QVERIFY(!trialDeployment(nobody, reading, world.context.snapshot->catalogue));
    }

    void whatAProviderRepeatsOfAKeyIsHidden()
    {
        Deployment deployment;
        deployment.apiKey = Secret("sk-12345");
        QCOMPARE(withoutKeys("no: sk-12345, sk-12345!", deployment), std::string("no: •••, •••!"));
        deployment.apiKey = Secret();
        QCOMPARE(withoutKeys("no", deployment), std::string("no"));
    }

    void whyIsSaidInAWordAndASentence()
    {
        QCOMPARE(reasonFor({Fault::Authentication, ""}), std::string_view("key_refused"));
        QCOMPARE(reasonFor({Fault::ApiConnection, ""}), std::string_view("unreachable"));
        QCOMPARE(reasonFor({Fault::Timeout, ""}), std::string_view("timeout"));
        QCOMPARE(reasonForStatus(500), std::string_view("provider_error"));
        QCOMPARE(sentenceFor("key_refused", "Groq", 401), std::string("Groq refused the key (HTTP 401)."));
    }
};

QTEST_GUILESS_MAIN(TestProviderRows)
#include "tst_provider_rows.moc"
