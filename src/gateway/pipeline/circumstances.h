// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/circumstances.h"
#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

#include <memory>

namespace gatehouse::pipeline {

/// What sinks are told of \a call beside its receipt: the client's metadata, parameters and headers, without what is named for a
/// credential. None = no sink will be told of it.
std::shared_ptr<const Circumstances> circumstancesOf(const wire::Call &call, const Inbound &inbound, const Settings &settings);

/// Whether what is said is left out of reports, which \a usually says: the caller may want it so, or have it lifted for its call.
bool hidesWords(const wire::Headers &headers, bool usually);

/// Whether a sink is told what is said in the call of \a receipt, whose circumstances are known.
bool isHeard(const Receipt &receipt, const Settings &settings);

} // namespace gatehouse::pipeline
