// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /: a short page that says what this is and how to call it.
void showWelcome(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
