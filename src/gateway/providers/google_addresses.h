// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

/// Where Google's models are. The address names the model and what it is to do; names are percent-encoded, so that a caller's
/// model cannot lead anywhere else.
namespace gatehouse::providers {

/// The Gemini API: …/v1beta/models/{model}:generateContent, :streamGenerateContent?alt=sse, :countTokens, :batchEmbedContents. A
/// base is a host alone, or goes up to the version or any other path that "/models" stands under, or is the whole address.
std::string geminiAddress(const Deployment &deployment, const Errand &errand);

/// Vertex AI: https://{location}-aiplatform.googleapis.com/v1/projects/{project}/locations/{location}/publishers/google/models/…,
/// with :predict for embeddings; a model that is a number is an endpoint of the project's own. Models of others are reached by
/// their own words: see vertexDialect(). A base of one's own is a host, or goes up to the version, to the location or to the
/// model.
std::string vertexAddress(const Deployment &deployment, const Errand &errand);

/// What a model on Vertex speaks, whoever calls: Claude Anthropic's messages (…/publishers/anthropic/models/{model}:rawPredict),
/// models named with their publisher ("meta/llama-…", "deepseek-ai/…") OpenAI's chat completions
/// (…/endpoints/openapi/chat/completions), all others Gemini's.
Dialect vertexDialect(const Deployment &deployment, Dialect caller);

} // namespace gatehouse::providers
