// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// POST /spend/calculate: what a prompt ("model" and "messages") or an answer ("completion_response") costs.
void calculateSpend(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
