// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// Doors of LiteLLM that this version does not serve: callers are told so, instead of finding no door.
namespace gatehouse::admin {

/// A management door: without a store there is nothing to manage. LiteLLM's answer without a database.
void sayNoDatabase(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
