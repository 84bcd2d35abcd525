// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace gatehouse::observe::traffic {

/// Which exchanges are kept on disk (general_settings.capture).
enum class Keep { Off, Errors, All };

/// How much of what passes is kept, and where. Sizes are bytes.
struct Settings {
    Keep onDisk = Keep::Off;
    std::size_t wireBytes = 1024 * 1024;        ///< of one body; the rest is cut, and said to be
    std::size_t memoryBytes = 32 * 1024 * 1024; ///< of what has ended, and as much again of what runs; 0 = nothing is kept
    std::size_t diskBytes = 256 * 1024 * 1024;
    bool messages = true; ///< else what was said is hidden before anything is kept
};

} // namespace gatehouse::observe::traffic
