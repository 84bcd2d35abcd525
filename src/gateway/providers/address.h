// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/providers/table.h"
#include "gateway/wire/call.h"

#include <string>

namespace gatehouse::providers {

/// The dialect in which a call is put to a provider, and the one that is left where it cannot say all of it.
struct DialectChoice {
    Dialect preferred;
    Dialect otherwise; ///< the same where there is no choice
};

/// In which of its dialects a chat is put to \a deployment: the caller's own where it speaks that, so that nothing need be
/// translated; else the one of its row. A model that has only OpenAI's Responses API (mode "responses") is asked by that whoever
/// calls; so is a model of OpenAI's own by Anthropic's clients, as LiteLLM does.
DialectChoice dialectsFor(const Deployment &deployment, const wire::Call &call);

/// Whether \a deployment's provider can do \a operation at all.
bool serves(const Deployment &deployment, Operation operation);

/// Whether \a deployment's provider understands OpenAI's token ids in place of a text to embed.
bool takesTokens(const Deployment &deployment);

/// Where an errand to \a deployment goes.
std::string address(const Deployment &deployment, const Errand &errand);

/// The usual path of an errand after the base: "/chat/completions", "/embeddings", …
std::string_view usualPath(const Errand &errand);
/// \a base with \a path behind it. The base may be given with its version, or as the whole address.
std::string joined(std::string_view base, std::string_view path);

/// Puts the key of \a deployment where its provider looks for it, when it is spoken to in \a dialect.
void addKey(wire::Headers &headers, const Deployment &deployment, Dialect dialect);

/// The header fields of a call: credential, content type, the deployment's own and the client's forwarded ones. \a fromBody
/// are those that the translated body needs (anthropic-beta is joined, not repeated).
wire::Headers headers(const Deployment &deployment, const wire::Call &call, const wire::Headers &fromBody);

} // namespace gatehouse::providers
