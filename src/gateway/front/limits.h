// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

namespace gatehouse::front {

/// What one client may take of us: bytes of a request, and time.
struct Limits {
    std::size_t headerBytes = 64 * 1024;
    std::size_t bodyBytes = 64 * 1024 * 1024;
    std::size_t wholeBytes = std::size_t(-1); ///< a body that is announced as larger goes on as it comes, where its door says so
    std::chrono::milliseconds headerTime {
        15'000}; ///< from the first byte of a request to the end of its head; also the TLS handshake
    std::chrono::milliseconds bodyIdle {30'000};      ///< between two pieces of a body
    std::chrono::milliseconds keepAliveIdle {75'000}; ///< between two requests, and before the first
    std::chrono::milliseconds writeStall {60'000};    ///< a client that takes nothing of what waits for it
};

} // namespace gatehouse::front
