// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/providers/table.h"
#include "gateway/wire/headers.h"

#include <string>
#include <string_view>

/// How a provider is asked which models it has.
namespace gatehouse::providers {

/// Where its list is, and what in it is a model's name.
struct Listing {
    std::string url;                ///< asked by GET
    std::string_view member = "id"; ///< of an entry: the name
    std::string_view prefix = {};   ///< that the names have there and not in requests: "models/"
};

/// False where a provider has no list, or none of what its key may use.
bool listsModels(const Provider &row);
/// For a \a deployment whose provider does, and whose own model does not matter.
Listing listing(const Deployment &deployment);
/// The header fields that go with it, the credential among them; a cloud's signature is to be added.
wire::Headers listingHeaders(const Deployment &deployment);

} // namespace gatehouse::providers
