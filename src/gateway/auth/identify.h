// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/dialect.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"
#include "gateway/people/callers.h"
#include "gateway/people/identity.h"
#include "gateway/wire/request.h"

#include <string>
#include <vector>

namespace gatehouse::auth {

/// What a gateway asks of its callers' keys.
struct Settings {
    Secret masterKey;      ///< empty = everybody is the administrator
    std::string keyHeader; ///< general_settings.litellm_key_header_name: then only this header is read
    // Of general_settings, as entrance.h has them. Routes are paths, or names of many, as a key's allowed_routes are.
    std::vector<std::string> allowedIps = {}, allowedRoutes = {}, publicRoutes = {}, adminRoutes = {};
    bool believesForwarded = false; ///< use_x_forwarded_for: a proxy in front tells whose request it is
};

/// What stands for the master key in logs, accounts and metrics, as LiteLLM has it.
inline constexpr std::string_view masterToken = "litellm_proxy_master_key";

/// Who sends \a request. Where a key is read from, and the words of the refusals, are LiteLLM's.
/// At Gemini's \a door the query may hold it too (?key=…), as Google's own does; nowhere else, because addresses are logged on
/// the way. Fails with Fault::Unauthorized, and with Fault::ServiceUnavailable as long as nobody knows any keys.
Result<Identity> identify(const wire::Request &request, const Settings &settings, people::Callers &callers, Clock::Wall now,
    Dialect door = Dialect::OpenAiChat);

/// The key that \a request shows, wherever it stands; empty = none.
std::string_view shownKey(const wire::Request &request, const Settings &settings);

} // namespace gatehouse::auth
