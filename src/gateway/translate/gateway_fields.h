// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"

#include <string_view>

namespace gatehouse::translate {

/// True for a member of a request that speaks to the gateway and never leaves it. \a door is the dialect the client speaks:
/// on Anthropic's, `metadata` is the provider's, on that of Responses `store` too.
bool isGatewayField(std::string_view name, Dialect door);

} // namespace gatehouse::translate
