// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/grant.h"
#include "gateway/core/result.h"
#include "gateway/upstream/client.h"

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace gatehouse::credentials {

/// Hears how a wait ends: one of the two, once, from the event loop. Inside it the Wait may be destroyed, not the Grants.
class GrantListener
{
public:
    virtual void onGranted(const Grant &grant) = 0;
    virtual void onRefused(const Error &error) = 0;

protected:
    ~GrantListener() = default;
};

class Wait;

/// The grants of one worker, by CloudAccess::fingerprint: fetched when they are first asked for, by one fetch however many
/// wait for it; fetched anew in the background when less than five minutes are left (or half of a life that is shorter than
/// ten), the old one being used meanwhile; and not asked for again too soon after a failure. Lives on its worker's thread
/// and needs no lock: each worker has its own.
class Grants
{
public:
    /// What is known at once.
    struct Found {
        const Grant *grant = nullptr;   ///< until the next call
        const Error *refusal = nullptr; ///< of a fetch that has just failed; until the next call
    };

    Grants(upstream::Client &client, const Clock &clock);
    ~Grants();
    Grants(const Grants &) = delete;
    Grants &operator=(const Grants &) = delete;

    /// For an \a access that isFetched(). With neither in the answer it is being fetched: wait().
    Found find(const CloudAccess &access);
    /// Waits for what find() has just found to be on its way.
    std::unique_ptr<Wait> wait(const CloudAccess &access, GrantListener *listener);
    /// The provider did not accept the grant of that \a number: forgets it, unless another has taken its place. False when
    /// one was forgotten less than a minute ago, because then it is not the token's fault; the grant stays.
    bool drop(const CloudAccess &access, std::uint64_t number);

private:
    friend class Wait;
    struct Entry;

    Entry &entryOf(const std::string &fingerprint);
    void begin(Entry &entry, const CloudAccess &access);
    void settle(Entry &entry, Result<Grant> outcome);
    void keep(Entry &entry, Grant grant);
    void remember(Entry &entry, Error error);
    void tell(Entry &entry);
    void sweep();

    upstream::Client &m_client;
    const Clock &m_clock;
    std::unordered_map<std::string, std::unique_ptr<Entry>> m_entries;
    std::uint64_t m_lastNumber = 0;
};

/// A place in the queue for one grant. Destroying it leaves the queue; the fetch goes on, for whoever comes next.
class Wait
{
public:
    ~Wait();
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;

private:
    friend class Grants;
    Wait(Grants::Entry &entry, GrantListener *listener);

    Grants::Entry *m_entry; ///< null when it is over
    GrantListener *m_listener;
    std::list<Wait *>::iterator m_place;
};

} // namespace gatehouse::credentials
