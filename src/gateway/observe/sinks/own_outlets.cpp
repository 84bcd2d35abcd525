// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/own_outlets.h"

#include "gateway/observe/sinks/own_choice.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::size_t mostOfKeys = 256, mostOfCalls = 32;
constexpr std::chrono::minutes idleTime {10};

} // namespace

Outlet *OwnOutlets::outletFor(const CallbackChoice &said, const Row &row, const Premises &premises)
{
    const Choice choice = choiceOf(said, row, premises.settings.environment);
    const std::string key = keyOf(choice) + (said.isOfCall ? "-call" : "");
    auto found = m_outlets.find(key);
    if (found == m_outlets.end()) {
        if (!missing(row, choice.variables).empty()) {
            m_gone.drop(choice.name);
            return nullptr;
        }
        makeRoom(said.isOfCall);
        found = m_outlets.emplace(key, open(choice, key, said.isOfCall, premises)).first;
    }
    found->second.usedAt = m_now;
    return &found->second;
}

// The one that was not used for the longest time goes, and leaves on disk what it could not send. What callers name takes the
// room of its like only.
void OwnOutlets::makeRoom(bool forCall)
{
    const auto isOfCall = [](const auto &each) { return each.second.isOfCall; };
    const auto ofCalls = static_cast<std::size_t>(std::count_if(m_outlets.begin(), m_outlets.end(), isOfCall));
    if (forCall ? ofCalls < mostOfCalls : m_outlets.size() - ofCalls < mostOfKeys)
        return;
    const auto goesBefore = [&](const auto &a, const auto &b) {
        const bool mayGo = isOfCall(a) == forCall;
        return mayGo == (isOfCall(b) == forCall) ? a.second.usedAt < b.second.usedAt : mayGo;
    };
    const auto oldest = std::min_element(m_outlets.begin(), m_outlets.end(), goesBefore);
    m_gone.close(oldest->second);
    m_outlets.erase(oldest);
}

void OwnOutlets::closeIdle(Clock::Instant now)
{
    m_now = now;
    for (auto each = m_outlets.begin(); each != m_outlets.end();) {
        const bool isIdle = each->second.carrier->isEmpty() && now - each->second.usedAt > idleTime;
        if (isIdle)
            m_gone.close(each->second);
        each = isIdle ? m_outlets.erase(each) : std::next(each);
    }
}

void OwnOutlets::closeAll()
{
    for (auto &[key, outlet] : m_outlets)
        m_gone.close(outlet);
    m_outlets.clear();
}

void OwnOutlets::addTo(Tally &tally) const
{
    for (const auto &[key, outlet] : m_outlets)
        tally.add(outlet);
}

std::vector<Carrier *> OwnOutlets::carriers() const
{
    std::vector<Carrier *> all;
    for (const auto &[key, outlet] : m_outlets)
        all.push_back(outlet.carrier.get());
    return all;
}

} // namespace gatehouse::observe::sinks
