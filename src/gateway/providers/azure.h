// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

/// How Azure's services are addressed.
namespace gatehouse::providers {

/// Azure OpenAI: …/openai/deployments/{deployment}/chat/completions?api-version=…; with the versions "v1", "latest" and
/// "preview" …/openai/v1/…. Responses know no deployments in their path. A base that already names a path is used as it is.
std::string azureAddress(const Deployment &deployment, const Errand &errand);

/// Azure AI Foundry: …/models/chat/completions?api-version=… on *.services.ai.azure.com, …/v1/… on serverless endpoints,
/// …/anthropic/v1/messages for Claude.
std::string azureAiAddress(const Deployment &deployment, const Errand &errand);

} // namespace gatehouse::providers
