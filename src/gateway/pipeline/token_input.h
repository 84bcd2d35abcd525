// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/tokens/counter.h"
#include "gateway/wire/call.h"

#include <optional>

namespace gatehouse::pipeline {

/// \a call with the token ids it is to embed written as texts, where \a deployment's provider does not know them; nothing when
/// the call is right as it is. Fails with BadRequest for ids that are no tokens of OpenAI's embedding models.
Result<std::optional<wire::Call>> withoutTokens(
    const wire::Call &call, const Deployment &deployment, const tokens::Counter &counter);

} // namespace gatehouse::pipeline
