// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/model_facts.h"
#include "gateway/core/prices.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The names of prices and capabilities in LiteLLM's price map, its configuration and its answers.
namespace gatehouse::catalogue {

/// "cache_read_input_token_cost_above_200k_tokens_priority" and the like: a charge's name, then for which prompts, then the
/// tier. Nothing for names that are no price.
std::optional<PriceKey> priceKey(std::string_view name);
/// The name of \a key; a threshold is told in thousands.
std::string priceName(PriceKey key);

struct CapabilityName {
    std::string_view name; ///< "supports_vision"
    Capability capability;
};
std::span<const CapabilityName> capabilityNames();
std::optional<Capability> capability(std::string_view name);

} // namespace gatehouse::catalogue
