// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /series: curves of requests, tokens, spend, errors and latencies, from memory; those of hours from the database.
///   ?dimension=all|model|deployment|key|team &name= &step=1|60|3600 &points= or &since= &join= &open=true &total=true
/// since is the "to" of the last answer: then only what is new comes. Times are seconds since 1970. 400 for what is none of
/// these.
void showSeries(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
