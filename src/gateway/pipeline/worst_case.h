// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/core/deployment.h"
#include "gateway/limits/ledger.h"
#include "gateway/wire/call.h"

#include <cstdint>
#include <vector>

namespace gatehouse::pipeline {

/// What \a call may use at worst at \a deployment: its prompt, estimated at three bytes of the body a token (real text has three
/// to five) and never above what the model takes, and as long an answer as the caller allows, else as the model can give, else
/// 4,096 tokens. At the prices of the band that such a prompt is in. Of tokens, an answer of which the caller has not said how
/// long it may be counts nothing yet: few calls are that long, and a handful of them would fill any limit.
limits::Ask worstCase(const wire::Call &call, const Deployment &deployment, const catalogue::Catalogue &catalogue);

/// The dearest of several; looks at the first 16.
limits::Ask worstCase(
    const wire::Call &call, const std::vector<const Deployment *> &deployments, const catalogue::Catalogue &catalogue);

} // namespace gatehouse::pipeline
