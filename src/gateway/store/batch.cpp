// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/batch.h"

#include "gateway/store/bodies.h"
#include "gateway/store/columns.h"
#include "gateway/store/insert.h"
#include "gateway/store/record_text.h"
#include "gateway/store/statement.h"

#include <utility>

namespace gatehouse::store {

namespace {

const Insert &spendRows()
{
    static const Insert rows = [] {
        Insert::Names names {"receipt_id", "entry"};
        for (const Column &column : columns())
            names.push_back(column.name());
        return Insert::whereNew("spend_logs", "receipt_id", names);
    }();
    return rows;
}

void giveColumns(Statement &statement, const EntryMembers &entry)
{
    constexpr std::size_t longest = 1000;
    for (const Column &column : columns()) {
        if (column.kind == Kind::Integer)
            statement.number(entry.number(column.member));
        else
            statement.text(cut(entry.text(column.member), longest));
    }
}

} // namespace

const std::size_t Batch::most = Insert::most;

Batch::Call::Call(std::string receiptId, wire::JsonObject object)
    : id(std::move(receiptId))
    , entry(std::move(object))
    , kept(withoutBodies(entry))
{
}

Batch::Batch(Database &database, std::size_t together)
    : m_database(database)
    , m_together(together)
{
}

Result<> Batch::add(std::string id, wire::JsonObject entry)
{
    const Call &call = m_calls.emplace_back(std::move(id), std::move(entry));
    if (call.entry.has(Member::IsUnlogged)) { // nobody wants a row of it
        m_charges.add(call.entry);
        m_calls.pop_back();
    }
    return m_calls.size() < m_together ? Result<> {} : bring();
}

// One that another program has brought since the places were read counts nowhere twice.
Result<> Batch::bring()
{
    const auto brought = spendRows().write(m_database, m_calls,
        [](Statement &statement, const Call &call) { giveColumns(statement.text(call.id).text(call.kept), call.entry); });
    if (!brought)
        return Failure {brought.error()};
    const auto newCalls = static_cast<std::size_t>(*brought);
    m_isMixed = m_isMixed || (newCalls > 0 && newCalls < m_calls.size());
    for (std::size_t i = 0; i < newCalls && !m_isMixed; ++i) {
        if (auto counted = count(m_calls[i]); !counted)
            return counted;
    }
    m_calls.clear();
    return {};
}

Result<> Batch::count(const Call &call)
{
    m_charges.add(call.entry);
    m_days.add(call.entry);
    return keepBodies(m_database, call.id, call.entry);
}

Result<std::vector<BookedAccount>> Batch::finish()
{
    if (auto brought = bring(); !brought)
        return Failure {brought.error()};
    auto accounts = m_charges.write(m_database);
    if (!accounts)
        return accounts;
    if (auto summed = m_days.write(m_database); !summed)
        return Failure {summed.error()};
    return accounts;
}

} // namespace gatehouse::store
