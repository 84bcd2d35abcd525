// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// Who has changed what.
namespace gatehouse::admin {

void listAudit(pipeline::Context &context, pipeline::Inbound inbound); ///< GET /audit
void showAudit(pipeline::Context &context, pipeline::Inbound inbound); ///< GET /audit/{id}

} // namespace gatehouse::admin
