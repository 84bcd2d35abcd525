// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/last_used.h"

#include "gateway/store/spend_row.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::store {

namespace {

struct Spender {
    std::string_view word, column;
};

// Each has an index with started_at.
constexpr Spender spenders[] {
    {"key", "api_key"},
    {"user", "user_id"},
    {"team", "team_id"},
    {"customer", "end_user"},
};

} // namespace

std::optional<std::string_view> spenderColumn(std::string_view word)
{
    const auto row =
        std::find_if(std::begin(spenders), std::end(spenders), [word](const Spender &each) { return each.word == word; });
    return row == std::end(spenders) ? std::nullopt : std::optional(row->column);
}

// One question for each: the end of an index, where a GROUP BY would read all that each has ever asked.
Result<std::string> lastUsed(Database &database, const LastUsedQuestion &question)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const std::string &id : question.ids) {
        if (id.empty()) // nobody; a condition for that would mean everybody
            continue;
        Condition condition;
        condition.is(question.column, id);
        question.scope.limit(condition);
        // The indexes of users, teams and customers leave out those who are nobody.
        condition.add(latin(question.column) + QStringLiteral(" <> ''"));
        auto query =
            select(database, QStringLiteral("SELECT MAX(started_at) FROM spend_logs") + condition.where(), condition.values());
        if (!query)
            return Failure {query.error()};
        if (query->next() && !query->value(0).isNull())
            json.key(id).string(isoTime(numberAt(*query, 0)));
    }
    return json.endObject().take();
}

} // namespace gatehouse::store
