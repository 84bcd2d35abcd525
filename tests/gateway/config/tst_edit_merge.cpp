// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/edit.h"

#include <QTest>

using namespace gatehouse::config;

namespace {

constexpr const char *base = "model_list:\n"
                             "  - model_name: one\n"
                             "    rpm: 1\n"
                             "  - model_name: two\n"
                             "    rpm: 2\n"
                             "router_settings:\n"
                             "  num_retries: 2\n"
                             "  timeout: 5\n";

std::string without(std::string text, const std::string &part, const std::string &now = {})
{
    const std::size_t at = text.find(part);
    return at == text.npos ? "not there: " + part : text.replace(at, part.size(), now);
}

std::string merged(const std::string &newest, const std::string &edits)
{
    const auto result = mergedEdits(base, newest, *editsFromJson(edits));
    if (!result)
        return "! " + result.error().message;
    std::string conflicts;
    for (const Path &path : result->conflicts)
        conflicts += " " + toString(path);
    return conflicts.empty() ? result->text : "conflict" + conflicts;
}

std::string set(const std::string &path, const std::string &value)
{
    return "[{\"op\":\"set\",\"path\":" + path + ",\"value\":" + value + "}]";
}

} // namespace

/// Two editors, each with his own text of the same file.
class TestEditMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesOfDifferentPlacesBothSurvive()
    {
        const std::string theirs = without(base, "timeout: 5", "timeout: 9 # slow");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"num_retries\"]", "3")),
            without(theirs, "num_retries: 2", "num_retries: 3"));
    }

    void theSamePlaceIsAConflict()
    {
        const std::string theirs = without(base, "num_retries: 2", "num_retries: 9");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"num_retries\"]", "3")),
            std::string("conflict router_settings.num_retries"));
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"num_retries\"]", "9")), theirs); // both want the same
        QCOMPARE(merged(theirs, "[{\"op\":\"remove\",\"path\":[\"router_settings\",\"num_retries\"]}]"),
            std::string("conflict router_settings.num_retries"));
    }

    void whatOthersHaveTakenOutIsNotBroughtBack()
    {
        const std::string theirs = without(base, "  num_retries: 2\n");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"num_retries\"]", "3")),
            std::string("conflict router_settings.num_retries"));
        QCOMPARE(merged(theirs, "[{\"op\":\"remove\",\"path\":[\"router_settings\",\"num_retries\"]}]"), theirs);
    }

    void indexesFindTheirItemsAgain()
    {
        const std::string theirs = without(base, "model_list:\n", "model_list:\n  - model_name: zero\n    rpm: 0\n");
        QCOMPARE(merged(theirs, set("[\"model_list\",1,\"rpm\"]", "22")), without(theirs, "rpm: 2", "rpm: 22"));
        QCOMPARE(merged(theirs, "[{\"op\":\"remove\",\"path\":[\"model_list\",0]}]"),
            without(theirs, "  - model_name: one\n    rpm: 1\n"));
    }

    void anItemThatOthersChangedIsFoundByItsName()
    {
        const std::string theirs = without(
            without(base, "    rpm: 2\n", "    rpm: 2\n    tpm: 7\n"), "model_list:\n", "model_list:\n  - model_name: zero\n");
        QCOMPARE(merged(theirs, set("[\"model_list\",1,\"rpm\"]", "22")), without(theirs, "rpm: 2", "rpm: 22"));
    }

    void anItemThatOthersRemovedIsAConflict()
    {
        const std::string theirs = without(base, "  - model_name: two\n    rpm: 2\n");
        QCOMPARE(merged(theirs, set("[\"model_list\",1,\"rpm\"]", "22")), std::string("conflict model_list[1].rpm"));
        QCOMPARE(merged(theirs, "[{\"op\":\"remove\",\"path\":[\"model_list\",1]}]"), theirs);
    }

    void bothMayAddAnItem()
    {
        const std::string theirs = without(base, "    rpm: 2\n", "    rpm: 2\n  - model_name: three\n");
        const std::string edits = "[{\"op\":\"insert\",\"path\":[\"model_list\"],\"value\":{\"model_name\":\"four\"}}]";
        QCOMPARE(
            merged(theirs, edits), without(theirs, "  - model_name: three\n", "  - model_name: three\n  - model_name: four\n"));
    }

    void severalEditsGoOneAfterTheOther()
    {
        const std::string theirs = without(base, "timeout: 5", "timeout: 9");
        QCOMPARE(merged(theirs,
                     "[{\"op\":\"move\",\"path\":[\"model_list\"],\"from\":1,\"to\":0},{\"op\":\"set\",\"path\":[\"model_list\","
                     "0,\"rpm\"],\"value\":22}]"),
            std::string("model_list:\n  - model_name: two\n    rpm: 22\n  - model_name: one\n    rpm: 1\nrouter_settings:\n  "
                        "num_retries: "
                        "2\n  timeout: 9\n"));
    }

    void twoMovesOfTheSameListMayMeet()
    {
        const std::string theirs = without(base, "model_list:\n", "model_list:\n  - model_name: zero\n");
        QCOMPARE(merged(theirs, "[{\"op\":\"move\",\"path\":[\"model_list\"],\"from\":1,\"to\":0}]"),
            std::string("model_list:\n  - model_name: zero\n  - model_name: two\n    rpm: 2\n  - model_name: one\n    rpm: "
                        "1\nrouter_settings:\n  num_retries: 2\n  timeout: 5\n"));
    }

    void bothMayMakeTheSameMap()
    {
        const std::string theirs = without(base, "  timeout: 5\n", "  timeout: 5\n  model_group_alias:\n    a: one\n");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"model_group_alias\",\"b\"]", "\"two\"")), theirs + "    b: two\n");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"model_group_alias\",\"a\"]", "\"two\"")),
            std::string("conflict router_settings.model_group_alias.a"));
    }

    void aNewKeyThatBothWantDifferentlyIsAConflict()
    {
        const std::string theirs = without(base, "  timeout: 5\n", "  timeout: 5\n  retry_after: 1\n");
        QCOMPARE(merged(theirs, set("[\"router_settings\",\"retry_after\"]", "2")),
            std::string("conflict router_settings.retry_after"));
        QCOMPARE(merged(theirs, set("[\"litellm_settings\",\"drop_params\"]", "true")),
            theirs + "litellm_settings:\n  drop_params: true\n");
    }
};

QTEST_GUILESS_MAIN(TestEditMerge)
#include "tst_edit_merge.moc"
