// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse {

/// What was said in a call, where the configuration asks for it to be kept: JSON, redacted and cut.
struct Said {
    std::string messages, response;
};

} // namespace gatehouse
