// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace gatehouse {

/// Who asks. Made by auth/ from the key of a request.
struct Identity {
    std::string alias;    ///< name for logs and receipts; never the key itself
    bool isAdmin = false; ///< master key, or no master key configured
};

} // namespace gatehouse
