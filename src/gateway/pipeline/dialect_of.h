// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/snapshot.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// The dialect in which \a call is put to \a deployment: the one by which nothing of it is lost.
Dialect dialectOf(const wire::Call &call, const Deployment &deployment, const Settings &settings);

} // namespace gatehouse::pipeline
