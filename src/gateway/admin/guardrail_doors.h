// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// What can be asked of guardrails.
namespace gatehouse::admin {

/// GET /guardrails/list and /v2/guardrails/list: those of the configuration, without their credentials.
void listGuardrails(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /guardrails/{id} and /guardrails/{id}/info
void showGuardrail(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /guardrails/apply_guardrail {"guardrail_name": …, "text": …}: what it makes of a text.
void applyGuardrail(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
