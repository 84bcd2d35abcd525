// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/traffic/capture.h"
#include "gateway/observe/traffic/wires.h"

#include <memory>
#include <string>

namespace gatehouse::observe::traffic {

/// One exchange with its wires, fit to be shown and written down: no credential is in it.
struct Record {
    std::shared_ptr<const Receipt> receipt;
    Wires wires = {};
    Capture::Door door = {};
    bool isCaptured = false; ///< else there are no wires
    bool isRunning = false;
    bool isHidden = false; ///< what was said is hidden in it
    Phase phase = Phase::Queued;
    std::uint64_t replyBytes = 0;

    std::size_t size() const { return wires.size() + sizeof *this; }
};

/// One that has ended, as it passed.
struct Past {
    std::shared_ptr<const Receipt> receipt = {};
    Tape tape = {};
    Capture::Door door = {};

    std::size_t size() const { return tape.size() + sizeof *this; }
};

/// Of a call that runs: a copy of what is there by now.
Record recordOf(const Capture &capture, bool hidesMessages);
Record recordOf(const Past &past, bool hidesMessages);
/// Takes away what the capture of a call that has ended holds.
Past takePast(Capture &capture);

/// Whether what it says to the caller's key, customer and session, and to the group, is the same: what a provider's cache could
/// know of one, it could know of the other.
bool isSameConversation(const Receipt &one, const Receipt &other);

/// As GET /traffic/{id} answers, but for the last bracket.
std::string openRecordJson(const Record &record);

} // namespace gatehouse::observe::traffic
