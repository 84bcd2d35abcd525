// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/hold.h"

#include "gateway/limits/account.h"
#include "gateway/limits/ledger.h"

#include <utility>

namespace gatehouse::limits {

Hold::Hold(Hold &&other) noexcept
    : m_ledger(std::exchange(other.m_ledger, nullptr))
    , m_held(std::exchange(other.m_held, {}))
    , m_ask(other.m_ask)
{
}

Hold &Hold::operator=(Hold &&other) noexcept
{
    if (this == &other)
        return *this;
    giveBack();
    m_ledger = std::exchange(other.m_ledger, nullptr);
    m_held = std::exchange(other.m_held, {});
    m_ask = other.m_ask;
    return *this;
}

Hold::~Hold()
{
    giveBack();
}

void Hold::giveBack()
{
    if (!m_held.empty())
        m_ledger->giveBack(*this);
    m_held.clear();
}

std::vector<Crossed> Hold::settle(Money cost, std::int64_t tokens, Clock::Instant now, Clock::Wall wall)
{
    std::vector<Crossed> crossed;
    if (!m_held.empty())
        crossed = m_ledger->settle(*this, {tokens, cost}, now, wall);
    m_held.clear();
    return crossed;
}

std::vector<std::string_view> Hold::accounts() const
{
    std::vector<std::string_view> names;
    names.reserve(m_held.size());
    for (const Held &each : m_held)
        names.push_back(each.account->name);
    return names;
}

} // namespace gatehouse::limits
