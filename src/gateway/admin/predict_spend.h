// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <string>

namespace gatehouse::admin {

/// POST /global/predict/spend/logs {"data": [{date, spend}]}: the same for each day that is left of the month of the last date,
/// and the month's sum.
void predictSpend(pipeline::Context &context, pipeline::Inbound inbound);

/// The answer to it: each day that is left is expected to cost what the last seven days did on average. Fault::InvalidRequest
/// where there is no day to begin from.
Result<std::string> prediction(const std::string &body);

} // namespace gatehouse::admin
