// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/admit.h"

#include <string>

namespace gatehouse::pipeline {

/// Under what the answer to \a plan is kept: a digest in hexadecimal digits of all that it depends on, behind \a nameSpace and a
/// colon where there is one. The same question has the same key in whatever order and with whatever spaces it is written, and
/// whoever asks: as LiteLLM's, it holds no key of a caller's. Only who may go on from a response (previous_response_id) is told
/// apart.
std::string cacheKey(const Plan &plan, const Inbound &inbound, const std::string &nameSpace);

} // namespace gatehouse::pipeline
