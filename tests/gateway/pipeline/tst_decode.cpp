// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/decode.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

/// The options of a chat call with \a members in its body.
Result<wire::CallOptions> optionsOf(const std::string &members, bool allowMocks = true)
{
    Inbound inbound;
    inbound.request.body = R"({"model":"gpt","messages":[],)" + members + "}";
    Settings settings;
    settings.allowMockTesting = allowMocks;
    auto call = decode(inbound, settings);
    if (!call)
        return Failure {std::move(call).error()};
    return call->options;
}

std::string listText(const std::vector<wire::Fallback> &list)
{
    std::string text;
    for (const wire::Fallback &each : list)
        text += (text.empty() ? "" : " ") + each.model + each.changes;
    return text;
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fallbacksComeInThreeForms()
    {
        const auto names = optionsOf(R"("fallbacks":["b","c"])");
        QVERIFY(!names->fallbacks);
        QCOMPARE(listText(names->fallbackList.value()), std::string("b c"));

        const auto maps = optionsOf(R"("fallbacks":[{"model":"b","max_tokens":5,"stop":["x"]},{"model":"c"},"d"])");
        QVERIFY(!maps->fallbacks);
        QCOMPARE(listText(maps->fallbackList.value()), std::string(R"(b{"max_tokens":5,"stop":["x"]} c d)"));

        const auto onlyMaps = optionsOf(R"("fallbacks":[{"model":"b","n":2}])");
        QVERIFY(!onlyMaps->fallbacks);
        QCOMPARE(listText(onlyMaps->fallbackList.value()), std::string(R"(b{"n":2})"));

        const auto groups = optionsOf(R"("fallbacks":[{"a":["b",{"model":"c","n":1}]},{"x":["y"]}])");
        QVERIFY(!groups->fallbackList);
        QCOMPARE(groups->fallbacks->size(), std::size_t(2));
        QCOMPARE(listText(groups->fallbacks->at("a")), std::string(R"(b c{"n":1})"));
        QCOMPARE(listText(groups->fallbacks->at("x")), std::string("y"));
    }

    void fallbacksForSpecialFailuresGoByGroup()
    {
        const auto options =
            optionsOf(R"("context_window_fallbacks":[{"a":["long"]}],"content_policy_fallbacks":[{"*":["mild"]}])");
        QCOMPARE(listText(options->contextWindowFallbacks->at("a")), std::string("long"));
        QCOMPARE(listText(options->contentPolicyFallbacks->at("*")), std::string("mild"));
        QVERIFY(!options->fallbacks && !options->fallbackList);
        QVERIFY(!optionsOf(R"("context_window_fallbacks":["long"])")->contextWindowFallbacks);
    }

    void whatIsNoFallbackIsPassedOver()
    {
        QVERIFY(!optionsOf(R"("fallbacks":"b")")->fallbackList);
        QVERIFY(!optionsOf(R"("fallbacks":null)")->fallbackList);
        QCOMPARE(listText(optionsOf(R"("fallbacks":["b",7,null,{"max_tokens":1,"model":2},"c"])")->fallbackList.value()),
            std::string("b c"));
        QVERIFY(optionsOf(R"("disable_fallbacks":true)")->disableFallbacks);
    }

    void aRehearsalIsAskedForByName_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("rehearsal");
        const auto row = [](const char *name, wire::Rehearsal rehearsal) {
            QTest::newRow(name) << QByteArray(name) << int(rehearsal);
        };
        row("mock_testing_fallbacks", wire::Rehearsal::Fallback);
        row("mock_testing_context_fallbacks", wire::Rehearsal::ContextWindow);
        row("mock_testing_content_policy_fallbacks", wire::Rehearsal::ContentPolicy);
        row("mock_testing_rate_limit_error", wire::Rehearsal::RateLimit);
        row("mock_timeout", wire::Rehearsal::Timeout);
        row("mock_testing_something_else", wire::Rehearsal::None);
    }

    void aRehearsalIsAskedForByName()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, rehearsal);
        const std::string member = "\"" + name.toStdString() + "\":";
        QCOMPARE(int(optionsOf(member + "true")->rehearsal), rehearsal);
        QCOMPARE(optionsOf(member + "false")->rehearsal, wire::Rehearsal::None);
        QCOMPARE(optionsOf(member + "\"true\"")->rehearsal, wire::Rehearsal::None);
        QVERIFY(!optionsOf(member + "true", false)); // unless the operator allows it
    }

    void maxFallbacksIsANumberWithinReason()
    {
        QVERIFY(!optionsOf(R"("n":1)")->maxFallbacks);
        QCOMPARE(optionsOf(R"("max_fallbacks":2)")->maxFallbacks, std::optional(2));
        QCOMPARE(optionsOf(R"("max_fallbacks":-3)")->maxFallbacks, std::optional(0));
        QCOMPARE(optionsOf(R"("max_fallbacks":1e9)")->maxFallbacks, std::optional(100));
        QVERIFY(!optionsOf(R"("max_fallbacks":"2")")->maxFallbacks);
    }

    void aRegionIsAWord()
    {
        QCOMPARE(optionsOf(R"("allowed_model_region":"eu")")->region, std::string("eu"));
        QVERIFY(optionsOf(R"("allowed_model_region":["eu"])")->region.empty());
        QVERIFY(optionsOf(R"("n":1)")->region.empty());
    }
};

QTEST_APPLESS_MAIN(TestDecode)
#include "tst_decode.moc"
