// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

/// Addresses of the providers whose API is not laid out like OpenAI's. A base may be given as the host, with its version, or as
/// the whole address of any of its operations, as LiteLLM's configurations do.
namespace gatehouse::providers {

/// Cohere: /v2/chat, /v2/embed, /v2/rerank.
std::string cohereAddress(const Deployment &deployment, const Errand &errand);
/// Ollama: /api/chat, /api/embed.
std::string ollamaAddress(const Deployment &deployment, const Errand &errand);

} // namespace gatehouse::providers
