// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/grants.h"

#include "gateway/credentials/fetch.h"

#include <algorithm>

namespace gatehouse::credentials {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto renewBefore = 5min;         // as long before its end a grant is fetched anew
constexpr auto wayThere = 10s;             // a grant that ends while it is on its way is none
constexpr milliseconds firstSilence {500}; // after a failure nobody is asked; doubled by each further one
constexpr milliseconds longestSilence {30'000};
constexpr auto dropPause = 1min;

} // namespace

struct Grants::Entry {
    std::optional<Grant> grant = {};
    Clock::Wall renewAt = {}, usableUntil = {};
    std::unique_ptr<Fetch> fetch = {};
    std::list<Wait *> waiting = {};
    std::optional<Error> failure = {}; ///< of the last fetch
    Clock::Instant silentUntil = {};
    milliseconds silence = {};
    std::optional<Clock::Instant> droppedAt = {};
    bool isTelling = false;
};

Grants::Grants(upstream::Client &client, const Clock &clock)
    : m_client(client)
    , m_clock(clock)
{
}

Grants::~Grants()
{
    for (const auto &[fingerprint, entry] : m_entries) {
        for (Wait *wait : entry->waiting)
            wait->m_entry = nullptr;
    }
}

Grants::Found Grants::find(const CloudAccess &access)
{
    Entry &entry = entryOf(access.fingerprint);
    const Clock::Wall wall = m_clock.wall();
    const bool isUsable = entry.grant && wall < entry.usableUntil;
    const bool isSilent = entry.failure && m_clock.now() < entry.silentUntil;
    if ((!isUsable || wall >= entry.renewAt) && !entry.fetch && !isSilent)
        begin(entry, access);
    if (isUsable)
        return {.grant = &*entry.grant};
    return {.refusal = !entry.fetch && entry.failure ? &*entry.failure : nullptr};
}

std::unique_ptr<Wait> Grants::wait(const CloudAccess &access, GrantListener *listener)
{
    Entry &entry = entryOf(access.fingerprint);
    Q_ASSERT(entry.fetch);
    return std::unique_ptr<Wait>(new Wait(entry, listener));
}

bool Grants::drop(const CloudAccess &access, std::uint64_t number)
{
    Entry &entry = entryOf(access.fingerprint);
    if (!entry.grant || entry.grant->number != number)
        return true;
    const Clock::Instant now = m_clock.now();
    if (entry.droppedAt && now - *entry.droppedAt < dropPause)
        return false;
    entry.droppedAt = now;
    entry.grant.reset();
    return true;
}

Grants::Entry &Grants::entryOf(const std::string &fingerprint)
{
    if (const auto found = m_entries.find(fingerprint); found != m_entries.end())
        return *found->second;
    sweep();
    return *m_entries.emplace(fingerprint, std::make_unique<Entry>()).first->second;
}

void Grants::begin(Entry &entry, const CloudAccess &access)
{
    const auto done = [this, &entry](Result<Grant> outcome) { settle(entry, std::move(outcome)); };
    entry.fetch = std::make_unique<Fetch>(m_client, m_clock, recipeFor(access), done);
    if (auto started = entry.fetch->start(); !started) {
        entry.fetch.reset();
        remember(entry, std::move(started).error());
    }
}

void Grants::settle(Entry &entry, Result<Grant> outcome)
{
    entry.fetch.reset();
    if (outcome)
        keep(entry, std::move(*outcome));
    else
        remember(entry, std::move(outcome).error());
    tell(entry);
}

void Grants::keep(Entry &entry, Grant grant)
{
    const auto life = grant.expiresAt - m_clock.wall();
    entry.renewAt = grant.expiresAt - std::min<Clock::Wall::duration>(renewBefore, life / 2);
    entry.usableUntil = grant.expiresAt - std::min<Clock::Wall::duration>(wayThere, life / 10);
    entry.grant = std::move(grant);
    entry.grant->number = ++m_lastNumber;
    entry.failure.reset();
    entry.silence = {};
}

void Grants::remember(Entry &entry, Error error)
{
    entry.silence = std::clamp(entry.silence * 2, firstSilence, longestSilence);
    entry.silentUntil = m_clock.now() + entry.silence;
    entry.failure = std::move(error);
}

// Who hears may leave, let others leave, or ask again; what he is told stays as it is.
void Grants::tell(Entry &entry)
{
    const std::optional<Error> failure = entry.failure;
    const std::optional<Grant> grant = failure ? std::nullopt : entry.grant;
    entry.isTelling = true;
    while (!entry.waiting.empty()) {
        Wait *wait = entry.waiting.front();
        entry.waiting.pop_front();
        wait->m_entry = nullptr;
        if (failure)
            wait->m_listener->onRefused(*failure);
        else
            wait->m_listener->onGranted(*grant);
    }
    entry.isTelling = false;
}

// What is of no use to anybody any more: credentials come and go with the configuration.
void Grants::sweep()
{
    const Clock::Wall wall = m_clock.wall();
    const Clock::Instant now = m_clock.now();
    std::erase_if(m_entries, [&](const auto &each) {
        const Entry &entry = *each.second;
        const bool isBusy = entry.fetch || !entry.waiting.empty() || entry.isTelling;
        const bool isKept = (entry.grant && wall < entry.usableUntil) || (entry.failure && now < entry.silentUntil);
        return !isBusy && !isKept;
    });
}

Wait::Wait(Grants::Entry &entry, GrantListener *listener)
    : m_entry(&entry)
    , m_listener(listener)
    , m_place(entry.waiting.insert(entry.waiting.end(), this))
{
}

Wait::~Wait()
{
    if (m_entry)
        m_entry->waiting.erase(m_place);
}

} // namespace gatehouse::credentials
