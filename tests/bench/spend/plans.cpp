// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "plans.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlQuery>
#include <QVariant>

namespace gatehouse::bench {

std::string statementOf(store::Database &database, QString sql, const std::vector<QVariant> &values)
{
    qsizetype at = 0;
    for (const QVariant &value : values) {
        QSqlField field(QString(), value.metaType());
        field.setValue(value);
        const QString text = database.connection().driver()->formatValue(field);
        at = sql.indexOf(QLatin1Char('?'), at);
        sql.replace(at, 1, text);
        at += text.size();
    }
    return sql.toStdString();
}

std::vector<std::string> planOf(store::Database &database, const std::string &statement)
{
    const bool isPostgres = database.connection().driverName() == QLatin1String("QPSQL");
    QSqlQuery query(database.connection());
    std::vector<std::string> lines;
    if (!query.exec(QString::fromStdString((isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + statement)))
        return {query.lastError().text().toStdString()};
    const int column = isPostgres ? 0 : 3;
    while (query.next())
        lines.push_back(query.value(column).toString().toStdString());
    return lines;
}

} // namespace gatehouse::bench
