// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/compile.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::guardrails;
using Names = std::vector<std::string>;

namespace {

const std::string filter = "guardrail: litellm_content_filter, blocked_words: [x], mode: ";
std::vector<config::Diagnostic> notes;
std::minstd_rand dice;

std::string entry(const std::string &name, const std::string &params)
{
    return "- {guardrail_name: " + name + ", litellm_params: {" + params + "}}\n";
}

std::unique_ptr<const Set> setOf(const std::string &entries, const std::string &more = {})
{
    notes.clear();
    return compile(config::parse("guardrails:\n" + entries + more, "test.yaml"), notes);
}

Names named(const std::vector<Station> &stations)
{
    Names names;
    for (const Station &station : stations)
        names.push_back(station.guardrail->name);
    return names;
}

Result<Course> courseOf(
    const Set &set, const std::string &body, const Names &ofKey = {}, const Names &tags = {}, bool declines = false)
{
    const auto wishes = wishesIn(*wire::JsonObject::parse(body));
    if (!wishes)
        return Failure {wishes.error()};
    return set.courseFor(*wishes, {ofKey, declines, tags, "gpt"}, dice);
}

} // namespace

class TestGuardrailSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConfigurationWithoutThemHasNone()
    {
        notes.clear();
        QVERIFY(!compile(config::parse("model_list: []\n", "test.yaml"), notes));
    }

    void whoAsksForOnePassesIt()
    {
        const auto set = setOf(entry("a", filter + "pre_call") + entry("b", filter + "[pre_call, post_call]")
            + entry("c", filter + "during_call, default_on: true"));
        auto course = courseOf(*set, R"({"guardrails":["b"]})");
        QCOMPARE(named(course->before), Names({"b"}));
        QCOMPARE(named(course->behind), Names({"b"}));
        QCOMPARE(named(course->beside), Names({"c"}));
        course = courseOf(*set, R"({"guardrails":["b",{"a":{"extra_body":{"k":1}}},"a"]})");
        QCOMPARE(named(course->before), Names({"a", "b"}));
        QCOMPARE(course->before.at(0).extra, std::string(R"({"k":1})"));
        QCOMPARE(named(courseOf(*set, R"({"metadata":{"guardrails":["a"]}})")->before), Names({"a"}));
        QCOMPARE(named(courseOf(*set, "{}", {"a"})->before), Names({"a"}));
    }

    void thoseForEveryCallCanBeDeclined()
    {
        const auto set =
            setOf(entry("a", filter + "pre_call, default_on: true") + entry("b", filter + "pre_call, default_on: true"));
        QCOMPARE(named(courseOf(*set, "{}")->before), Names({"a", "b"}));
        QVERIFY(courseOf(*set, R"({"disable_global_guardrails":true})")->empty());
        QVERIFY(courseOf(*set, R"({"metadata":{"disable_global_guardrail":true}})")->empty());
        QCOMPARE(named(courseOf(*set, R"({"disable_global_guardrails":["a"]})")->before), Names({"b"}));
        QVERIFY(courseOf(*set, "{}", {}, {}, true)->empty());
        QCOMPARE(named(courseOf(*set, R"({"guardrails":["a"]})", {}, {}, true)->before), Names({"a"}));
    }

    void tagsChooseTheMode()
    {
        const auto set =
            setOf(entry("a", filter + "{tags: {strict: [pre_call, post_call]}, default: post_call}, default_on: true"));
        QVERIFY(courseOf(*set, "{}")->before.empty());
        QCOMPARE(named(courseOf(*set, "{}", {}, {"other", "strict"})->before), Names({"a"}));
    }

    void modelsHaveTheirOwn()
    {
        const auto set = setOf(entry("a", filter + "pre_call"),
            "model_list: [{model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k, guardrails: [a]}}]\n");
        QCOMPARE(named(courseOf(*set, "{}")->before), Names({"a"}));
    }

    void aGroupThatIsFallenBackToHasItsOwn()
    {
        const auto set = setOf(entry("a", filter + "pre_call") + entry("b", filter + "[during_call, post_call]"),
            "model_list:\n- {model_name: other, litellm_params: {model: openai/x, api_key: k, guardrails: [a, b]}}\n"
            "- {model_name: broken, litellm_params: {model: openai/y, api_key: k, guardrails: [nope]}}\n");
        const Names none;
        const auto first = courseOf(*set, R"({"guardrails":["a"]})");
        const auto own = set->courseOfGroup(*first, {none, false, none, "other"}, dice);
        QVERIFY(own->before.empty()); // the call has passed that
        QCOMPARE(named(own->beside), Names({"b"}));
        QCOMPARE(named(own->behind), Names({"b"}));
        QCOMPARE(named(set->courseOfGroup({}, {none, false, none, "other"}, dice)->before), Names({"a"}));
        QVERIFY(set->courseOfGroup(*first, {none, false, none, "gpt"}, dice)->empty());
        QVERIFY(!set->courseOfGroup(*first, {none, false, none, "broken"}, dice));
    }

    void equalNamesShareTheWork()
    {
        const auto set = setOf(entry("a", filter + "pre_call") + entry("a", filter + "pre_call, weight: 3"));
        int second = 0;
        for (int i = 0; i < 1000; ++i) {
            const auto course = courseOf(*set, R"({"guardrails":["a"]})");
            QCOMPARE(course->before.size(), std::size_t(1));
            second += course->before.at(0).guardrail == &set->all().at(1);
        }
        QVERIFY(second > 650 && second < 850);
    }

    void whoAsksForOneThatIsNotThereIsRefused()
    {
        const auto set = setOf(entry("a", "guardrail: aporia, mode: pre_call"));
        QCOMPARE(notes.size(), std::size_t(1));
        const auto unknown = courseOf(*set, R"({"guardrails":["nope"]})");
        QVERIFY(!unknown && unknown.error().fault == Fault::InvalidRequest);
        QCOMPARE(unknown.error().message, std::string("The guardrail 'nope' is asked for and is not configured"));
        QVERIFY(!courseOf(*set, R"({"guardrails":["a"]})"));
        QVERIFY(!courseOf(*set, R"({"guardrails":"a"})"));
        QVERIFY(!courseOf(*set, "{}", {"nope"}));
    }

    void oneForEveryCallThatCannotRunIsMissing()
    {
        const auto set = setOf(entry("a", "guardrail: aporia, mode: pre_call, default_on: true"));
        QCOMPARE(courseOf(*set, "{}")->missing, Names({"a"}));
        QVERIFY(notes.at(0).message.find("Calls are served without it") != std::string::npos);
    }

    void whatIsWrongIsSaid()
    {
        (void)setOf(entry("a", filter + "pre_mcp_call") + "- {litellm_params: {guardrail: litellm_content_filter}}\n"
            + entry("b", "guardrail: litellm_content_filter, blocked_words: [x]"));
        QCOMPARE(notes.size(), std::size_t(3));
    }

    void idsAreTheSameEachTime()
    {
        const auto set = setOf(entry("a", filter + "pre_call"));
        QCOMPARE(set->all().at(0).id, setOf(entry("a", filter + "post_call"))->all().at(0).id);
        QCOMPARE(set->all().at(0).id.size(), std::size_t(36));
        QVERIFY(set->all().at(0).print != setOf(entry("a", filter + "post_call"))->all().at(0).print);
    }
};

QTEST_APPLESS_MAIN(TestGuardrailSet)
#include "tst_guardrail_set.moc"
