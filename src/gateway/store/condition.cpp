// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/condition.h"

#include "gateway/store/database.h"
#include "gateway/store/record_text.h"

namespace gatehouse::store {

void Condition::add(const QString &condition, std::initializer_list<QVariant> values)
{
    if (!m_sql.isEmpty())
        m_sql += QStringLiteral(" AND ");
    m_sql += condition;
    m_values.insert(m_values.end(), values);
}

void Condition::is(std::string_view column, std::string_view value)
{
    if (!value.empty())
        add(latin(column) + QStringLiteral(" = ?"), {sqlText(value)});
}

void Condition::isAnyOf(std::string_view column, const std::vector<std::string> &values)
{
    if (!values.empty())
        list(column, QStringLiteral(" IN ("), values);
}

void Condition::isNoneOf(std::string_view column, const std::vector<std::string> &values)
{
    if (!values.empty())
        list(column, QStringLiteral(" NOT IN ("), values);
}

void Condition::list(std::string_view column, const QString &word, const std::vector<std::string> &values)
{
    QString marks;
    for (const std::string &value : values) {
        marks += marks.isEmpty() ? QStringLiteral("?") : QStringLiteral(",?");
        m_values.emplace_back(sqlText(value));
    }
    add(latin(column) + word + marks + QLatin1Char(')'));
}

void SpendScope::limit(Condition &condition) const
{
    if (all)
        return;
    // Said even where it is empty: who is nobody sees nothing.
    condition.add(userId.empty() ? QStringLiteral("api_key = ?") : QStringLiteral("user_id = ?"),
        {userId.empty() ? sqlText(key) : sqlText(userId)});
    if (userId.empty() && key.empty())
        condition.add(QStringLiteral("1 = 0"));
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

Result<QSqlQuery> select(Database &database, const QString &sql, const std::vector<QVariant> &values)
{
    if (database.watcher())
        database.watcher()(sql, values);
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (std::size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

std::string textAt(const QSqlQuery &query, int column)
{
    return query.value(column).toString().toStdString();
}

std::int64_t numberAt(const QSqlQuery &query, int column)
{
    return query.value(column).toLongLong();
}

} // namespace gatehouse::store
