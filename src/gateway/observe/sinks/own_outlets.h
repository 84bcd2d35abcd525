// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/observe/sinks/outlet.h"
#include "gateway/observe/sinks/table.h"
#include "gateway/observe/sinks/tally.h"

#include <map>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// The sinks that keys, teams and callers have for their own calls. They come with their first call and go when they have not
/// been used for a while, or when there are too many of them.
class OwnOutlets
{
public:
    explicit OwnOutlets(Tally &gone)
        : m_gone(gone)
    {
    }

    /// The one that \a said means; nullptr = it lacks something.
    Outlet *outletFor(const CallbackChoice &said, const Row &row, const Premises &premises);
    void closeIdle(Clock::Instant now);
    void closeAll();
    void addTo(Tally &tally) const;
    std::vector<Carrier *> carriers() const;

private:
    void makeRoom(bool forCall);

    Tally &m_gone;                           // what those that are no more have done
    std::map<std::string, Outlet> m_outlets; // by kind and variables, which nobody can read from it
    Clock::Instant m_now {};
};

} // namespace gatehouse::observe::sinks
