// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/upstream/client.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// How long an attempt at \a deployment may take. The caller's own wish comes first, then the deployment's, then the settings'.
/// A whole answer is limited in total. A stream may last: what is limited is the wait for its first byte and between two of
/// them.
upstream::Timeouts timeoutsOf(const wire::Call &call, const Deployment &deployment, const Settings &settings);

} // namespace gatehouse::pipeline
