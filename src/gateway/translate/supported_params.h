// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/operation.h"

#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// OpenAI's parameters that a call to \a model of \a deployment may carry: those that translation neither refuses nor leaves out.
/// It is asked, not a list kept beside it, so the two cannot disagree.
std::vector<std::string_view> supportedParams(const Deployment &deployment, std::string_view model, Operation operation);

} // namespace gatehouse::translate
