// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <string>
#include <string_view>

namespace gatehouse::providers {

/// A part of a configuration's entry as a JSON object that anybody with a key may see: credentials are left out, those deeper
/// inside are "•••", addresses have neither user nor query.
std::string shown(const config::Value &map);

/// \a url without user, password and query.
std::string shownAddress(std::string_view url);

} // namespace gatehouse::providers
