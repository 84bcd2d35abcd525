// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/callers.h"

#include "gateway/core/prefetch.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::people {

namespace {

// What a call will look at.
void fetch(const Caller &caller)
{
    prefetch(&caller, sizeof caller);
    prefetch(caller.who.get(), sizeof *caller.who);
    prefetch(caller.claims.data(), caller.claims.size() * sizeof caller.claims.front());
    prefetch(caller.models.data(), caller.models.size() * sizeof caller.models.front());
    for (const limits::Claim &claim : caller.claims)
        prefetch(claim.account.get(), 1);
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

std::optional<Callers::Known> Callers::look(const std::string &token, Clock::Wall now) const
{
    if (const auto record = m_ground.directory.find(Kind::Key, token))
        return Known {compileKey(*record, m_ground, now), std::nullopt};
    const auto retired = m_ground.directory.find(Kind::RetiredKey, token);
    if (!retired)
        return std::nullopt;
    const QJsonObject fields = objectFrom(retired->json);
    const auto until = timeIn(fields, "expires");
    const auto successor = m_ground.directory.find(Kind::Key, textIn(fields, "token"));
    if (!successor || !until || *until <= now)
        return std::nullopt;
    return Known {compileKey(*successor, m_ground, now), until};
}

std::shared_ptr<const Caller> Callers::find(std::string_view key, Clock::Wall now)
{
    refresh();
    const auto isOver = [now](const std::optional<Clock::Wall> &time) { return time && *time <= now; };
    const vault::Fingerprint print = m_prints.of(key);
    if (const auto known = m_known.find(print); known != m_known.end()) {
        fetch(*known->second.caller);
        if (!isOver(known->second.until) && !isOver(known->second.caller->freshUntil))
            return known->second.caller;
        m_known.erase(known);
    }
    auto found = look(tokenOf(key), now);
    if (!found)
        return nullptr;
    if (m_known.size() >= most)
        m_known.clear();
    return m_known.emplace(print, std::move(*found)).first->second.caller;
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
