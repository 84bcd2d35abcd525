// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// The doors that count tokens. Gemini's :countTokens is an exchange from its first step.
namespace gatehouse::admin {

/// POST /utils/token_counter: {model, prompt | messages | contents} → total_tokens and how they were counted.
void countTokens(pipeline::Context &context, pipeline::Inbound inbound);

/// POST /v1/messages/count_tokens: {model, messages, system?, tools?} → {"input_tokens": …}, by the provider's own counter where
/// the model is one that we serve and the provider has one.
void countMessageTokens(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
