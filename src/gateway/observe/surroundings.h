// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::observe {

class Log;

/// What those who look on may use of the gateway.
struct Surroundings {
    std::string dataDirectory = {}; ///< empty = nothing is kept on disk
    Log *log = nullptr;             ///< outlives them; none = nobody listens
};

} // namespace gatehouse::observe
