// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"

/// Anthropic's messages as Vertex takes them, by rawPredict: the address names the model, and the version stands in the body.
namespace gatehouse::translate {

/// \a target is Vertex, spoken to in Anthropic's words.
bool isClaudeOnVertex(const Target &target);

/// Puts the version into a body for Claude on Vertex. Does nothing for anybody else.
void putVersionIntoBody(Members &members, const Target &target);

} // namespace gatehouse::translate
