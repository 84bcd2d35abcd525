// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/identity.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"
#include "gateway/wire/request.h"

#include <string>

namespace gatehouse::auth {

/// What a gateway asks of its callers' keys.
struct Settings {
    Secret masterKey;      ///< empty = everybody is the administrator
    std::string keyHeader; ///< general_settings.litellm_key_header_name: then only this header is read
};

/// Who sends \a request. Where a key is read from, and the words of the refusals: litellm.md §3.1, §3.2, §3.5.
/// Fails with Fault::Unauthorized.
Result<Identity> identify(const wire::Request &request, const Settings &settings);

} // namespace gatehouse::auth
