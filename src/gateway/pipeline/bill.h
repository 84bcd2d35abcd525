// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/core/deployment.h"
#include "gateway/core/receipt.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/wire/call.h"

#include <optional>

namespace gatehouse::pipeline {

/// What \a call has cost at \a deployment, which answered it, by the usage and the time in \a receipt. Nothing where that is not
/// known: the model has no price, or what has one was not told: tokens by a provider that reports none, the length of a sound. (A
/// cost of nothing would be wrong, and a budget would never be used up.) A mock costs what the model would have.
std::optional<Cost> costOf(
    const Receipt &receipt, const wire::Call &call, const Deployment &deployment, const catalogue::Catalogue &catalogue);

/// What all attempts in \a receipt have cost together, each at its own deployment's prices, which is written into their records.
/// Of one attempt it is costOf().
std::optional<Cost> costOfAll(Receipt &receipt, const wire::Call &call, const Snapshot &snapshot, const Deployment &answering);

} // namespace gatehouse::pipeline
