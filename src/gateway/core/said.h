// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse {

/// What was said in a call, where somebody wants it: the messages as JSON, the answer as it went to the caller.
struct Said {
    std::string messages, response;
};

} // namespace gatehouse
