// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/spend_doors.h"

#include "gateway/admin/later_answer.h"
#include "gateway/admin/spend_export.h"
#include "gateway/admin/spend_question.h"
#include "gateway/people/fields.h"
#include "gateway/store/last_used.h"

namespace gatehouse::admin {

namespace {

using store::Database;

/// What a filter of \a inbound is for: some question, with it.
template <typename Ask> void askFiltered(pipeline::Context &context, pipeline::Inbound inbound, Ask ask)
{
    auto filter = filterOf(inbound);
    if (!filter)
        return answerError(inbound, filter.error());
    askStore(context, std::move(inbound), ask(std::move(*filter)));
}

constexpr std::int64_t mostOnAPage = 100;

} // namespace

void listSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    if (inbound.request.queryValue("format") == "csv")
        return exportSpend(context, std::move(inbound));
    constexpr std::int64_t usual = 1000, most = 10'000;
    const auto days = daysOf(inbound.request);
    if (!days)
        return answerError(inbound, days.error());
    const bool isSummary = *days && inbound.request.queryValue("summarize") != "false";
    const store::SpendPage page = pageOf(inbound.request, "limit", usual, most);
    askFiltered(context, std::move(inbound), [&](store::SpendFilter filter) -> store::Keeper::Question {
        if (isSummary)
            return [filter = std::move(filter), days = **days](
                       Database &database) { return store::spendDays(database, filter, days.first, days.last); };
        return [filter = std::move(filter), page](Database &database) { return store::spendRows(database, filter, page); };
    });
}

void pageSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    const store::SpendPage page = pageOf(inbound.request, "page_size", 50, mostOnAPage);
    askFiltered(context, std::move(inbound), [&](store::SpendFilter filter) -> store::Keeper::Question {
        return [filter = std::move(filter), page](Database &database) { return store::spendPage(database, filter, page); };
    });
}

void pageSession(pipeline::Context &context, pipeline::Inbound inbound)
{
    if (inbound.request.queryValue("session_id").empty())
        return answerError(inbound, {Fault::InvalidRequest, "session_id is missing", 0, {}, "session_id"});
    store::SpendPage page = pageOf(inbound.request, "page_size", 50, mostOnAPage);
    page.isAscending = inbound.request.queryValue("sort_order") != "desc";
    askFiltered(context, std::move(inbound), [&](store::SpendFilter filter) -> store::Keeper::Question {
        return [filter = std::move(filter), page](Database &database) { return store::spendPage(database, filter, page); };
    });
}

void showSaid(pipeline::Context &context, pipeline::Inbound inbound)
{
    store::SpendFilter filter;
    filter.scope = scopeOf(inbound.identity);
    filter.requestId = inbound.pathModel;
    askStore(context, std::move(inbound), [filter](Database &database) { return store::spendSaid(database, filter); });
}

void showWhy(pipeline::Context &context, pipeline::Inbound inbound)
{
    store::SpendFilter filter;
    filter.scope = scopeOf(inbound.identity);
    filter.requestId = inbound.pathModel;
    askStore(context, std::move(inbound), [filter](Database &database) { return store::spendWhy(database, filter); });
}

void showLastUsed(pipeline::Context &context, pipeline::Inbound inbound)
{
    constexpr std::size_t mostAtOnce = 500;
    const QJsonObject body = people::objectFrom(inbound.request.body);
    const auto column = store::spenderColumn(people::textIn(body, "of"));
    if (!column)
        return answerError(inbound, {Fault::InvalidRequest, "of has to be key, user, team or customer", 0, {}, "of"});
    store::LastUsedQuestion question {*column, people::listIn(body, "ids"), scopeOf(inbound.identity)};
    if (question.ids.size() > mostAtOnce)
        return answerError(inbound, {Fault::InvalidRequest, "ids has more than 500", 0, {}, "ids"});
    askStore(context, std::move(inbound),
        [question = std::move(question)](Database &database) { return store::lastUsed(database, question); });
}

} // namespace gatehouse::admin
