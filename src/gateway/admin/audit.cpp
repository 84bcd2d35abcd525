// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/audit.h"

#include "gateway/admin/management.h"
#include "gateway/admin/spend_question.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"
#include "gateway/store/audit_log.h"

namespace gatehouse::admin {

namespace {

// A day alone ends at its end.
std::optional<Clock::Wall> timeOf(const std::string &text, bool isEnd)
{
    constexpr std::size_t day = 10;
    if (text.size() == day)
        return people::timeFrom(text + (isEnd ? "T23:59:59.999Z" : "T00:00:00Z"));
    return people::timeFrom(text);
}

store::AuditQuery queryOf(const wire::Request &request)
{
    constexpr std::int64_t mostPages = 1'000'000, largestPage = 1000;
    store::AuditQuery query;
    query.changedBy = request.queryValue("changed_by");
    if (const std::string key = request.queryValue("changed_by_api_key"); !key.empty())
        query.changedByKey = people::tokenFrom(key);
    query.action = request.queryValue("action");
    query.table = request.queryValue("table_name");
    query.objectId = request.queryValue("object_id");
    if (query.objectId.substr(0, 3) == "sk-")
        query.objectId = people::tokenOf(query.objectId);
    query.from = timeOf(request.queryValue("start_date"), false);
    query.until = timeOf(request.queryValue("end_date"), true);
    if (const std::string by = request.queryValue("sort_by"); !by.empty())
        query.sortBy = by;
    query.ascends = request.queryValue("sort_order") == "asc";
    query.page = numberOf(request, "page", query.page, mostPages);
    query.pageSize = numberOf(request, "page_size", query.pageSize, largestPage);
    return query;
}

} // namespace

void listAudit(pipeline::Context &context, pipeline::Inbound inbound)
{
    auto query = queryOf(inbound.request);
    beginQuestion(context, std::move(inbound),
        [query = std::move(query)](store::Database &database) { return store::auditPage(query, database); });
}

void showAudit(pipeline::Context &context, pipeline::Inbound inbound)
{
    std::string id = inbound.pathModel;
    beginQuestion(context, std::move(inbound), [id = std::move(id)](store::Database &database) -> Result<std::string> {
        auto entry = store::auditEntry(id, database);
        if (entry && entry->empty())
            return plainRefusal(
                404, QJsonObject {{QStringLiteral("error"), people::qt("Audit log with ID " + id + " not found")}});
        return entry;
    });
}

} // namespace gatehouse::admin
