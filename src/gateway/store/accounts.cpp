// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/accounts.h"

#include "gateway/store/database.h"
#include "gateway/store/members.h"
#include "gateway/store/record_text.h"
#include "gateway/store/statement.h"

namespace gatehouse::store {

namespace {

constexpr std::size_t longestName = 1000;

/// An account as it stands in SQL.
struct Standing {
    std::int64_t periodBegin = 0;
    Money total;
};

// The row is locked by it, so that no other program begins another period in between.
Result<Standing> addTo(Database &database, const std::string &name, Money money)
{
    const auto statement =
        database.statement("INSERT INTO accounts (name, spend_nanos) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                           "spend_nanos = accounts.spend_nanos + excluded.spend_nanos RETURNING period_begin, spend_nanos");
    if (!statement)
        return Failure {statement.error()};
    const auto numbers = (*statement)->text(name).number(money.nanoDollars).ask();
    if (!numbers)
        return Failure {numbers.error()};
    return Standing {(*numbers)[0], Money {(*numbers)[1]}};
}

} // namespace

void AccountSums::add(const EntryMembers &entry)
{
    const Money money {entry.number(Member::SpendNanos)};
    if (money.nanoDollars == 0)
        return;
    const std::int64_t endedAt = entry.number(Member::EndedAt);
    const std::string_view accounts = entry.raw(Member::Accounts);
    auto known = m_charges.find(accounts);
    if (known == m_charges.end())
        known = m_charges.emplace(accounts, std::vector<Charge> {}).first;
    std::vector<Charge> &charges = known->second;
    if (!charges.empty() && charges.back().endedAt == endedAt)
        charges.back().money = charges.back().money + money;
    else
        charges.push_back({endedAt, money});
}

// In the order of their names: programs that book at once lock the rows one after another instead of each other.
AccountSums::Charges AccountSums::byName() const
{
    Charges all;
    for (const auto &[accounts, charges] : m_charges) {
        for (const std::string &name : textsOf(accounts)) {
            std::vector<Charge> &own = all[std::string(cut(name, longestName))];
            own.insert(own.end(), charges.begin(), charges.end());
        }
    }
    return all;
}

Result<std::vector<BookedAccount>> AccountSums::write(Database &database) const
{
    std::vector<BookedAccount> all;
    for (const auto &[name, charges] : byName()) {
        Money sum;
        for (const Charge &charge : charges)
            sum = sum + charge.money;
        auto standing = addTo(database, name, sum);
        if (!standing)
            return Failure {standing.error()};
        Money late; // of an earlier period, which is only known now
        for (const Charge &charge : charges)
            late = charge.endedAt < standing->periodBegin ? late + charge.money : late;
        if (late.nanoDollars != 0)
            standing = addTo(database, name, Money {-late.nanoDollars});
        if (!standing)
            return Failure {standing.error()};
        all.push_back({name, Money {sum.nanoDollars - late.nanoDollars}, standing->total});
    }
    return all;
}

} // namespace gatehouse::store
