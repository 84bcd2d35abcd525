// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

/// AWS Bedrock: a host for each region, the model in the path. A model's name may say before itself how it is to be reached
/// ("converse/", "invoke/") and in which region ("us-east-1/").
namespace gatehouse::providers {

/// "https://bedrock-runtime.us-east-1.amazonaws.com"
std::string bedrockBase(const CloudAccess &access);

/// …/model/{id}/converse, /converse-stream, /invoke, /invoke-with-response-stream; the id, which may be an ARN, percent-encoded.
std::string bedrockAddress(const Deployment &deployment, const Errand &errand);

/// Converse; Anthropic's own words by InvokeModel for Claude where the name says invoke/, and for callers who speak them unless
/// it says converse/.
Dialect bedrockDialect(const Deployment &deployment, Dialect caller);

} // namespace gatehouse::providers
