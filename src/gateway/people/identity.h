// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/caller.h"

#include <memory>
#include <string>

namespace gatehouse {

/// Who asks. Made by auth/ from the key of a request.
struct Identity {
    std::string alias;                                 ///< name for logs and receipts; never the key itself
    bool isAdmin = false;                              ///< master key, a proxy admin's, or no master key configured
    std::shared_ptr<const people::Caller> caller = {}; ///< what the key amounts to; none at an open door
};

} // namespace gatehouse
