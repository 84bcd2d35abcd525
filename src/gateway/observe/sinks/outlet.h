// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/sink.h"
#include "gateway/upstream/client.h"

#include <memory>
#include <string>

namespace gatehouse::observe::sinks {

/// A sink in use: who writes its reports, and what brings them where they are to go.
struct Outlet {
    Choice choice;
    std::unique_ptr<Terms> terms; // where the sink looks: it must not move
    std::unique_ptr<Sink> sink;   // of a file; a courier has its own
    std::unique_ptr<Carrier> carrier;
    Sink *writer = nullptr; // of reports: one of both
    Clock::Instant usedAt = {};
    bool isOfCall = false;

    /// Reports \a receipt, if this one is told of how it ended.
    void tell(const Receipt &receipt);
};

/// What all outlets share. All of it outlives them.
struct Premises {
    const Settings &settings;
    upstream::Client &client;
    const std::string &dataDirectory;
    const Warn &warn;
};

/// Opens what \a choice says; what it cannot send waits in \a folder. Nothing is kept on disk of one that a caller names: he
/// could name any number, and the server of none needs to take anything.
Outlet open(const Choice &choice, const std::string &folder, bool isOfCall, const Premises &premises);

} // namespace gatehouse::observe::sinks
