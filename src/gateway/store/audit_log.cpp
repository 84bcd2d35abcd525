// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/audit_log.h"

#include "gateway/core/secret_names.h"
#include "gateway/people/fields.h"
#include "gateway/people/kind.h"
#include "gateway/store/database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <iterator>
#include <vector>

namespace gatehouse::store {

namespace {

using people::qt;

struct Column {
    std::string_view member;
    const char *column;
};
constexpr Column columns[] {
    {"updated_at", "changed_at"},
    {"changed_by", "changed_by"},
    {"changed_by_api_key", "changed_by_key"},
    {"action", "action"},
    {"table_name", "kind"},
    {"object_id", "object_id"},
};
constexpr auto select = "SELECT id, changed_at, changed_by, changed_by_key, action, kind, object_id, before_value, after_value "
                        "FROM audit_log";

/// The conditions of a query, and what is bound to them.
struct Where {
    QString text = QStringLiteral(" WHERE 1 = 1");
    std::vector<QVariant> values;

    void add(const QString &condition, QVariant value)
    {
        text += QStringLiteral(" AND ") + condition;
        values.push_back(std::move(value));
    }
    void equals(const char *column, const std::string &value)
    {
        if (!value.empty())
            add(QLatin1String(column) + QStringLiteral(" = ?"), qt(value).remove(QChar(u'\0')));
    }
};

qlonglong micros(Clock::Wall time)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

// A table of LiteLLM's may be several kinds.
void addTable(Where &where, const std::string &table)
{
    if (table.empty())
        return;
    QString list;
    for (int i = 0; i <= static_cast<int>(people::Kind::Invitation); ++i) {
        const auto kind = static_cast<people::Kind>(i);
        if (people::tableOf(kind) != table)
            continue;
        list += list.isEmpty() ? QStringLiteral("?") : QStringLiteral(", ?");
        where.values.push_back(qt(people::toString(kind)));
    }
    where.text += list.isEmpty() ? QStringLiteral(" AND 1 = 0") : QStringLiteral(" AND kind IN (") + list + QChar(u')');
}

Where whereOf(const AuditQuery &query)
{
    Where where;
    where.equals("changed_by", query.changedBy);
    where.equals("changed_by_key", query.changedByKey);
    where.equals("action", query.action);
    where.equals("object_id", query.objectId);
    addTable(where, query.table);
    if (query.from)
        where.add(QStringLiteral("changed_at >= ?"), micros(*query.from));
    if (query.until)
        where.add(QStringLiteral("changed_at <= ?"), micros(*query.until));
    return where;
}

bool isSecret(const std::string &name)
{
    return isSecretName(name, NameOf::Column) || name == "credential_values";
}

// \a isHidden: all below is secret, whatever it is called.
QJsonValue masked(const QJsonValue &value, bool isHidden)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &each : value.toArray())
            list.append(masked(each, isHidden));
        return list;
    }
    if (!value.isObject())
        return isHidden && !value.isNull() && !value.isBool() ? QJsonValue(QStringLiteral("•••")) : value;
    QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        each.value() = masked(each.value(), isHidden || isSecret(each.key().toStdString()));
    return object;
}

QJsonValue valueAt(const QSqlQuery &query, int column)
{
    if (query.value(column).isNull())
        return {};
    return masked(people::objectFrom(query.value(column).toString().toStdString()), false);
}

QJsonObject rowAt(const QSqlQuery &query)
{
    const auto text = [&query](int column) { return query.value(column).toString(); };
    const auto kind = people::kindFrom(text(5).toStdString());
    const Clock::Wall at {std::chrono::microseconds(query.value(1).toLongLong())};
    return {{QStringLiteral("id"), text(0)}, {QStringLiteral("updated_at"), qt(people::isoTime(at))},
        {QStringLiteral("changed_by"), text(2)}, {QStringLiteral("changed_by_api_key"), text(3)},
        {QStringLiteral("action"), text(4)}, {QStringLiteral("table_name"), kind ? qt(people::tableOf(*kind)) : text(5)},
        {QStringLiteral("object_id"), text(6)}, {QStringLiteral("before_value"), valueAt(query, 7)},
        {QStringLiteral("updated_values"), valueAt(query, 8)}};
}

Result<> run(QSqlQuery &query, const QString &sql, const std::vector<QVariant> &values)
{
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (std::size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    return query.exec() ? Result<> {} : Result<>(failure(query.lastError()));
}

Result<std::int64_t> count(const Where &where, Database &database)
{
    QSqlQuery query(database.connection());
    if (auto done = run(query, QStringLiteral("SELECT COUNT(*) FROM audit_log") + where.text, where.values); !done)
        return Failure {done.error()};
    return query.next() ? query.value(0).toLongLong() : 0;
}

QString orderOf(const AuditQuery &query)
{
    const auto column = std::find_if(
        std::begin(columns), std::end(columns), [&query](const Column &each) { return each.member == query.sortBy; });
    const QString way = query.ascends ? QStringLiteral(" ASC") : QStringLiteral(" DESC");
    return QStringLiteral(" ORDER BY ") + QLatin1String(column == std::end(columns) ? columns[0].column : column->column) + way
        + QStringLiteral(", id");
}

} // namespace

Result<std::string> auditPage(const AuditQuery &query, Database &database)
{
    Where where = whereOf(query);
    const auto total = count(where, database);
    if (!total)
        return Failure {total.error()};
    where.values.emplace_back(static_cast<qlonglong>(query.pageSize));
    where.values.emplace_back(static_cast<qlonglong>((query.page - 1) * query.pageSize));
    QSqlQuery rows(database.connection());
    const QString sql = QLatin1String(select) + where.text + orderOf(query) + QStringLiteral(" LIMIT ? OFFSET ?");
    if (auto done = run(rows, sql, where.values); !done)
        return Failure {done.error()};
    QJsonArray list;
    while (rows.next())
        list.append(rowAt(rows));
    const auto number = [](std::int64_t value) { return QJsonValue(static_cast<qint64>(value)); };
    return people::jsonOf(QJsonObject {{QStringLiteral("audit_logs"), list}, {QStringLiteral("total"), number(*total)},
        {QStringLiteral("page"), number(query.page)}, {QStringLiteral("page_size"), number(query.pageSize)},
        {QStringLiteral("total_pages"), number((*total + query.pageSize - 1) / query.pageSize)}});
}

Result<std::string> auditEntry(const std::string &id, Database &database)
{
    QSqlQuery query(database.connection());
    const QString sql = QLatin1String(select) + QStringLiteral(" WHERE id = ?");
    if (auto done = run(query, sql, {qt(id).remove(QChar(u'\0'))}); !done)
        return Failure {done.error()};
    return query.next() ? people::jsonOf(rowAt(query)) : std::string();
}

} // namespace gatehouse::store
