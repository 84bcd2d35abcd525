// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/auth/identify.h"

/// What the configuration says of doors, whoever stands before them.
namespace gatehouse::auth {

/// general_settings.allowed_ips and allowed_routes: whether a request is served at all. Fails with 403.
Result<> mayEnter(const wire::Request &request, const Settings &settings);
/// general_settings.public_routes: whether a path is served without a key.
bool isPublic(std::string_view path, const Settings &settings);
/// general_settings.admin_only_routes: fails with 403 for who is no administrator.
Result<> checkAdminOnly(std::string_view path, const Settings &settings, const people::Caller &caller);

/// Whether \a address is \a entry, or in it where that is a network such as 10.0.0.0/8. IPv4 within IPv6 is IPv4.
bool isWithin(std::string_view address, std::string_view entry);

} // namespace gatehouse::auth
