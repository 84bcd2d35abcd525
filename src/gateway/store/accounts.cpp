// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/accounts.h"

#include "gateway/store/database.h"
#include "gateway/store/record_text.h"

#include <QVariant>

namespace gatehouse::store {

namespace {

constexpr std::size_t longestName = 1000;

/// Runs a statement of one account that answers with one number.
Result<std::int64_t> change(Database &database, const QString &sql, std::initializer_list<QVariant> values)
{
    const auto prepared = database.prepared(sql);
    if (!prepared)
        return Failure {prepared.error()};
    QSqlQuery &query = **prepared;
    int place = 0;
    for (const QVariant &value : values)
        query.bindValue(place++, value);
    if (!query.exec() || !query.next())
        return failure(query.lastError());
    const qlonglong number = query.value(0).toLongLong();
    query.finish();
    return std::int64_t(number);
}

// When the period has begun. The row is locked by it, so that no other program begins another one in between.
Result<std::int64_t> periodOf(Database &database, const QString &name)
{
    return change(database,
        QStringLiteral(
            "INSERT INTO accounts (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET spend_nanos = accounts.spend_nanos "
            "RETURNING period_begin"),
        {name});
}

Result<std::int64_t> addTo(Database &database, const QString &name, Money money)
{
    return change(database,
        QStringLiteral("UPDATE accounts SET spend_nanos = spend_nanos + ? WHERE name = ? RETURNING spend_nanos"),
        {static_cast<qlonglong>(money.nanoDollars), name});
}

} // namespace

void AccountSums::add(const wire::JsonObject &entry)
{
    const Money money {numberIn(entry, "spend_nanos")};
    if (money.nanoDollars == 0)
        return;
    const std::int64_t endedAt = numberIn(entry, "ended_at");
    for (std::string &name : textsIn(entry, "accounts")) {
        std::vector<Charge> &charges = m_charges[cut(std::move(name), longestName)];
        if (!charges.empty() && charges.back().endedAt == endedAt)
            charges.back().money = charges.back().money + money;
        else
            charges.push_back({endedAt, money});
    }
}

Result<std::vector<BookedAccount>> AccountSums::write(Database &database) const
{
    std::vector<BookedAccount> all;
    all.reserve(m_charges.size());
    for (const auto &[name, charges] : m_charges) {
        const QString text = sqlText(name);
        const auto begun = periodOf(database, text);
        if (!begun)
            return Failure {begun.error()};
        Money sum;
        for (const Charge &charge : charges)
            sum = charge.endedAt >= *begun ? sum + charge.money : sum;
        const auto total = addTo(database, text, sum);
        if (!total)
            return Failure {total.error()};
        all.push_back({name, sum, Money {*total}});
    }
    return all;
}

} // namespace gatehouse::store
