// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace bench {

/// Processor time a process has used so far on all its threads, user and system, in nanoseconds; 0 when it is gone.
std::int64_t cpuNanoseconds(int pid);
/// Memory of a process that is resident, in KiB.
std::int64_t residentKibibytes(int pid);

} // namespace bench
