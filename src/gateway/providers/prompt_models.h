// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"

#include <string_view>

namespace gatehouse::providers {

/// Whether a model behind a provider of OpenAI's models is asked by OpenAI's older completions API, which continues a prompt.
/// OpenAI's chat models refuse it; whatever else an openai/… entry points at is a server of one's own, which mostly has both.
/// \a asked is the caller's name of the model, which counts where the deployment stands for many.
bool continuesPrompts(const Deployment &deployment, std::string_view asked);

} // namespace gatehouse::providers
