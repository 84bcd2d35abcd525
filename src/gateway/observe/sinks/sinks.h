// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/core/receipt.h"
#include "gateway/core/result.h"
#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/table.h"
#include "gateway/observe/surroundings.h"
#include "gateway/upstream/client.h"

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::sinks {

class Probe;

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
    using Told = std::function<void(Result<std::string>)>;
    void test(const std::string &name, Told told);

private:
    /// A sink in use.
    struct Outlet {
        Choice choice;
        std::unique_ptr<Terms> terms; // where the sink looks: it must not move
        std::unique_ptr<Sink> sink;   // of a file; a courier has its own
        std::unique_ptr<Carrier> carrier;
        Sink *writer = nullptr; // of reports: one of both
        Clock::Instant usedAt = {};
        bool isOfCall = false;
    };
    Outlet open(const Choice &choice, const std::string &folder, bool isOfCall = false);
    void close(Outlet &outlet);
    Choice choiceOf(const CallbackChoice &said, const Row &row) const;
    Outlet *dynamic(const CallbackChoice &said, const Row &row);
    void makeRoom(bool forCall);
    void tell(Outlet &outlet, const Receipt &receipt);
    Warn warn() const;

    Surroundings m_surroundings;
    Settings m_settings;
    std::unique_ptr<upstream::Client> m_client;
    std::list<Outlet> m_fixed;
    std::map<std::string, Outlet> m_dynamic; // by kind and variables, which nobody can read from it
    std::map<std::string, Figures> m_gone;   // what those that are no more have done
    std::list<std::unique_ptr<Probe>> m_probes;
    Clock::Instant m_now {};
};

} // namespace gatehouse::observe::sinks
