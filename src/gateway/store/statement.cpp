// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/statement.h"

#include "gateway/store/database.h"
#include "gateway/store/record_text.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <utility>

namespace gatehouse::store {

namespace {

class QtStatement : public Statement
{
public:
    explicit QtStatement(QSqlQuery query)
        : m_query(std::move(query))
    {
    }

private:
    void bindText(int place, std::string_view value) override { m_query.bindValue(place, sqlText(value)); }
    void bindNumber(int place, std::int64_t value) override { m_query.bindValue(place, static_cast<qlonglong>(value)); }
    Result<std::int64_t> change() override
    {
        if (!m_query.exec())
            return failure(m_query.lastError());
        return std::int64_t(m_query.numRowsAffected());
    }
    Result<std::vector<std::int64_t>> answer() override
    {
        if (!m_query.exec() || !m_query.next())
            return failure(m_query.lastError());
        std::vector<std::int64_t> numbers(static_cast<std::size_t>(m_query.record().count()));
        for (std::size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = m_query.value(static_cast<int>(i)).toLongLong();
        m_query.finish();
        return numbers;
    }

    QSqlQuery m_query;
};

} // namespace

Statement &Statement::text(std::string_view value)
{
    bindText(m_place++, value);
    return *this;
}

Statement &Statement::number(std::int64_t value)
{
    bindNumber(m_place++, value);
    return *this;
}

Result<std::int64_t> Statement::run()
{
    m_place = 0;
    return change();
}

Result<std::vector<std::int64_t>> Statement::ask()
{
    m_place = 0;
    return answer();
}

Result<std::unique_ptr<Statement>> prepare(QSqlDatabase &database, std::string_view sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return failure(query.lastError());
    return std::unique_ptr<Statement>(std::make_unique<QtStatement>(std::move(query)));
}

} // namespace gatehouse::store
