// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/check_question.h"
#include "gateway/admin/check_sound.h"

#include <array>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace std::chrono_literals;

namespace {

Deployment deploymentWith(const std::string &info, const std::string &model = "openai/mine", const std::string &group = "g")
{
    const auto snapshot = snapshotOf("model_list: [{model_name: '" + group + "', litellm_params: {model: '" + model
        + "', api_key: k}, model_info: " + info + "}]\n");
    return snapshot->router.deployments().front();
}

std::string bodyOf(const std::string &info)
{
    return checkCall(deploymentWith(info)).body.text();
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::Dialect)
Q_DECLARE_METATYPE(gatehouse::Operation)

class TestCheckQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachModeIsAskedInItsOwnWords_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("member");
        const auto row = [](const char *mode, Dialect dialect, Operation operation, const char *member) {
            QTest::newRow(mode) << QString::fromLatin1(mode) << dialect << operation << QString::fromLatin1(member);
        };
        row("chat", Dialect::OpenAiChat, Operation::Chat, R"("max_tokens":16)");
        row("completion", Dialect::OpenAiText, Operation::Chat, R"("prompt":"test from litellm","max_tokens":16)");
        row("responses", Dialect::OpenAiResponses, Operation::Chat, R"("store":false,"max_output_tokens":16)");
        row("embedding", Dialect::OpenAiChat, Operation::Embedding, R"("input":["test from litellm"])");
        row("rerank", Dialect::OpenAiChat, Operation::Rerank, R"("documents":["my sample text"])");
        row("moderation", Dialect::OpenAiChat, Operation::Moderation, R"("input":)");
        row("image_generation", Dialect::OpenAiChat, Operation::ImageGeneration, R"("prompt":)");
        row("audio_speech", Dialect::OpenAiChat, Operation::Speech, R"("voice":"alloy")");
        row("audio_transcription", Dialect::OpenAiChat, Operation::Transcription, R"("response_format":"json")");
    }
    void eachModeIsAskedInItsOwnWords()
    {
        QFETCH(QString, mode);
        QFETCH(Dialect, dialect);
        QFETCH(Operation, operation);
        QFETCH(QString, member);
        const Deployment deployment = deploymentWith("{mode: " + mode.toStdString() + "}");
        QVERIFY(canBeChecked(deployment));
        const wire::Call call = checkCall(deployment);
        QVERIFY(call.dialect == dialect);
        QVERIFY(call.operation == operation);
        QVERIFY2(call.body.text().find(member.toStdString()) != std::string::npos, call.body.text().c_str());
        QCOMPARE(call.options.timeout, std::optional<std::chrono::milliseconds>(60s));
    }

    void theCatalogueKnowsTheModeWhereTheEntrySaysNothing()
    {
        const auto call = checkCall(deploymentWith("{id: a}", "openai/text-embedding-3-small"));
        QVERIFY(call.operation == Operation::Embedding);
    }

    void modelInfoHasTheLastWord()
    {
        QVERIFY(bodyOf("{mode: chat, health_check_max_tokens: 5}").find(R"("max_tokens":5)") != std::string::npos);
        QVERIFY(bodyOf("{mode: audio_speech, health_check_voice: nova}").find(R"("voice":"nova")") != std::string::npos);
        const auto call = checkCall(deploymentWith("{health_check_timeout: 1.5}"));
        QCOMPARE(call.options.timeout, std::optional<std::chrono::milliseconds>(1500ms));
        QCOMPARE(checkedModel(deploymentWith("{health_check_model: openai/small}")), std::string("small"));
        QCOMPARE(checkedModel(deploymentWith("{health_check_model: small}")), std::string("small"));
        QCOMPARE(checkedModel(deploymentWith("{id: a}")), std::string("mine"));
    }

    void whatCannotBeAskedIsLeftOut()
    {
        QVERIFY(!canBeChecked(deploymentWith("{mode: realtime}")));
        QVERIFY(!canBeChecked(deploymentWith("{id: a}", "openai/*", "openai/*")));
        QVERIFY(canBeChecked(deploymentWith("{health_check_model: openai/gpt-4o-mini}", "openai/*", "openai/*")));
    }

    void theBackgroundAsksWhatItIsTold()
    {
        pipeline::HealthCheckRules rules;
        QVERIFY(isCheckedInBackground(deploymentWith("{id: a}"), rules));
        QVERIFY(!isCheckedInBackground(deploymentWith("{disable_background_health_check: true}"), rules));
        rules.groups = std::vector<std::string> {"other"};
        QVERIFY(!isCheckedInBackground(deploymentWith("{id: a}"), rules));
        rules.groups = std::vector<std::string> {"other", "g"};
        QVERIFY(isCheckedInBackground(deploymentWith("{id: a}"), rules));
    }

    void theSoundIsAFormWithAWaveFile()
    {
        const auto form = soundForm();
        std::string text(8192, '\0');
        const auto piece = form->read(text);
        QVERIFY(piece);
        QCOMPARE(std::uint64_t(piece->size), form->length().value());
        QVERIFY(form->read(text)->isEnd);
        const std::size_t at = text.find("RIFF");
        QVERIFY(at != std::string::npos);
        const auto announced = static_cast<unsigned char>(text[at + 4]) + 256 * static_cast<unsigned char>(text[at + 5]);
        QCOMPARE(std::size_t(announced + 8), text.find("\r\n--", at) - at);
    }

    void theRulesAreReadFromGeneralSettings()
    {
        const auto rules = snapshotOf("general_settings: {background_health_checks: true, health_check_interval: 20, "
                                      "health_check_details: false, enable_health_check_routing: true}\n")
                               ->settings.healthChecks;
        QVERIFY(rules.isInBackground && rules.steersRouting && !rules.showsDetails);
        QVERIFY(rules.interval == 20s && rules.staleness == 40s);
        const auto usual = snapshotOf("model_list: []\n")->settings.healthChecks;
        QVERIFY(!usual.isInBackground && !usual.steersRouting && usual.showsDetails);
        QVERIFY(usual.interval == 300s && usual.concurrency == 0);
        QVERIFY(snapshotOf("general_settings: {health_check_interval: 0}\n")->settings.healthChecks.interval == 1s);
    }
};

QTEST_APPLESS_MAIN(TestCheckQuestion)
#include "tst_check_question.moc"
