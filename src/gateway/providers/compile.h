// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/providers/table.h"

namespace gatehouse::providers {

/// Turns one entry of model_list into a Deployment. Fails with a message for the operator when its model names no provider
/// that this version serves; the entry is then kept out of routing and its callers are told why.
Result<Deployment> compile(const config::Value &entry, const config::Environment &environment);

/// What the environment alone says of a provider: a deployment without a model.
Deployment bare(const Provider &row, const config::Environment &environment);

} // namespace gatehouse::providers
