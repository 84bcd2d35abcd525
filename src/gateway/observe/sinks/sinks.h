// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/outlet.h"
#include "gateway/observe/sinks/own_outlets.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/tally.h"
#include "gateway/observe/sinks/trials.h"
#include "gateway/observe/surroundings.h"
#include "gateway/upstream/client.h"

#include <list>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// All sinks: those of the configuration, and those that keys and teams have for their own calls, which come with their first
/// call and go when they have not been used for a while. Lives on the observer's thread.
class Sinks
{
public:
    explicit Sinks(Surroundings surroundings);
    ~Sinks(); ///< what has not been sent in a short while is kept on disk

    /// Those that stay the same go on with what they hold.
    void configure(const Settings &settings);
    void onReceipt(const Receipt &receipt);
    void onTick(Clock::Instant now);

    /// How each one fares. Those of keys and teams are added up under the name of their kind.
    std::vector<Figures> figures() const;
    /// Sends a made-up call to the sink \a name and tells how that went: the name's own address, the server's status. The sink
    /// must be configured, or all that it needs must be in the environment.
    using Told = Trials::Told;
    void test(const std::string &name, Told told);

private:
    Premises premises() const;
    void closeOthersThan(const std::vector<Choice> &choices);
    void reconnect();
    /// The first of the configuration's whose choice is the one that is meant; nullptr = there is none.
    template <typename Is> const Outlet *fixed(Is is) const;
    void tellOwn(const CallbackChoice &choice, const Receipt &receipt);

    Surroundings m_surroundings;
    Warn m_warn;
    Settings m_settings;
    std::unique_ptr<upstream::Client> m_client;
    Tally m_gone; // what those that are no more have done
    std::list<Outlet> m_fixed;
    OwnOutlets m_own {m_gone};
    Trials m_trials;
};

} // namespace gatehouse::observe::sinks
