// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /model_group/info: what the deployments of a group can do together; model_group=NAME picks one.
void listModelGroups(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
