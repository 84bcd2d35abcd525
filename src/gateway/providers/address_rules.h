// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

/// Addresses that differ a little from the usual: see AddressRule.
namespace gatehouse::providers {

/// A model of eight characters is a deployment with a host of its own.
std::string basetenAddress(const Deployment &deployment, const Errand &errand);

/// Messages are served beside /v1, under /anthropic.
std::string minimaxAddress(const Deployment &deployment, const Errand &errand);

/// Reranking is served by another host, where the path names the model; a NIM of one's own has it at /ranking.
std::string nvidiaAddress(const Deployment &deployment, const Errand &errand);

/// Reranking is served beside OpenAI's API, where the path names the model.
std::string deepInfraAddress(const Deployment &deployment, const Errand &errand);

/// Embeddings are served beside OpenAI's API, where the path names the model; an endpoint of one's own serves them at its root.
std::string huggingFaceAddress(const Deployment &deployment, const Errand &errand);

} // namespace gatehouse::providers
