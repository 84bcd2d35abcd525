// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

class Database;

/// A condition of a question with its values. Names of columns come from our own tables; what callers say is bound, never
/// written.
class Condition
{
public:
    void add(const QString &condition, std::initializer_list<QVariant> values = {});
    /// \a column is \a value, if that says anything.
    void is(std::string_view column, std::string_view value);
    void isAnyOf(std::string_view column, const std::vector<std::string> &values); ///< no values: any
    void isNoneOf(std::string_view column, const std::vector<std::string> &values);
    /// " WHERE …", or nothing.
    QString where() const { return m_sql.isEmpty() ? QString() : QStringLiteral(" WHERE ") + m_sql; }
    const std::vector<QVariant> &values() const { return m_values; }

private:
    void list(std::string_view column, const QString &word, const std::vector<std::string> &values);

    QString m_sql;
    std::vector<QVariant> m_values;
};

/// Who may be shown what: everything, or what one user or, where the key has none, one key has spent.
struct SpendScope {
    bool all = true;
    std::string userId = {}, key = {};
    void limit(Condition &condition) const;
};

QString latin(std::string_view text);
/// Asks, and reads rows forward only.
Result<QSqlQuery> select(Database &database, const QString &sql, const std::vector<QVariant> &values = {});
std::string textAt(const QSqlQuery &query, int column);
std::int64_t numberAt(const QSqlQuery &query, int column);

} // namespace gatehouse::store
