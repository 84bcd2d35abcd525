// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::store {

/// The door that calls of this type come through, as reports name it: "/chat/completions" for "acompletion". There are few,
/// unlike paths, which can hold a model's name.
std::string_view endpointName(std::string_view callType);

} // namespace gatehouse::store
