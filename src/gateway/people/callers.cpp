// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/callers.h"

#include "gateway/core/prefetch.h"
#include "gateway/people/claims.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>

namespace gatehouse::people {

namespace {

// What a call will look at. What is waited for last is asked for first.
void fetch(const Caller &caller)
{
    prefetch(&caller, sizeof caller);
    prefetch(caller.claims.data(), caller.claims.size() * sizeof caller.claims.front());
    prefetch(caller.models.data(), caller.models.size() * sizeof caller.models.front());
    prefetch(caller.accounts.data(), caller.accounts.size());
    prefetch(caller.who.get(), 1); // the receipt shares it, and reads it when the call is over
    for (const limits::Claim &claim : caller.claims)
        limits::fetch(claim.account.get());
    for (const AllowedModels &allowed : caller.models)
        prefetch(allowed.names.data(), allowed.names.size() * sizeof allowed.names.front());
}

constexpr std::size_t most = 100'000; // of each sort; who comes then is compiled each time, or begins a new hoard

} // namespace

Callers::Callers(const Ground &ground)
    : m_ground(ground)
{
}

void Callers::refresh()
{
    const std::uint64_t generation = m_ground.directory.generation();
    if (generation == m_generation)
        return;
    m_known.clear();
    m_masters.clear();
    m_stranger.reset();
    m_customers.clear();
    m_tags.clear();
    m_generation = generation;
}

std::shared_ptr<const Caller> Callers::look(const std::string &token, Clock::Wall now) const
{
    if (const auto record = m_ground.directory.find(Kind::Key, token))
        return compileKey(*record, m_ground, now);
    const auto retired = m_ground.directory.find(Kind::RetiredKey, token);
    if (!retired)
        return nullptr;
    const QJsonObject fields = objectFrom(retired->json);
    const auto until = timeIn(fields, "expires");
    const auto successor = m_ground.directory.find(Kind::Key, textIn(fields, "token"));
    if (!successor || !until || *until <= now)
        return nullptr;
    Caller caller = *compileKey(*successor, m_ground, now);
    caller.freshUntil = caller.freshUntil ? std::min(*caller.freshUntil, *until) : *until;
    return std::make_shared<const Caller>(std::move(caller));
}

std::shared_ptr<const Caller> Callers::find(std::string_view key, Clock::Wall now)
{
    refresh();
    const vault::Fingerprint print = m_prints.of(key);
    if (auto known = m_known.find(print)) {
        fetch(*known);
        if (!known->freshUntil || *known->freshUntil > now)
            return known;
    }
    auto found = look(tokenOf(key), now);
    if (!found)
        return nullptr;
    if (m_known.size() >= most)
        m_known.clear();
    m_known.put(print, found);
    return found;
}

std::shared_ptr<const Caller> Callers::master(const std::string &token)
{
    refresh();
    if (const auto known = m_masters.find(token); known != m_masters.end())
        return known->second;
    return m_masters.emplace(token, compileMaster(token, m_ground)).first->second;
}

std::shared_ptr<const Caller> Callers::stranger()
{
    refresh();
    if (!m_stranger)
        m_stranger = compileStranger(m_ground);
    return m_stranger;
}

const Customer *Callers::customer(const std::string &id)
{
    refresh();
    if (const auto known = m_customers.find(id); known != m_customers.end())
        return &known->second;
    auto found = customerOf(id, m_ground);
    if (!found)
        return nullptr;
    if (m_customers.size() >= most)
        m_customers.clear();
    return &m_customers.emplace(id, std::move(*found)).first->second;
}

const limits::Claim *Callers::tag(const std::string &name)
{
    refresh();
    if (const auto known = m_tags.find(name); known != m_tags.end())
        return &known->second;
    auto claim = tagClaim(name, m_ground);
    return claim ? &m_tags.emplace(name, std::move(*claim)).first->second : nullptr;
}

} // namespace gatehouse::people
