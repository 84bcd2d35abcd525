// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/wire/headers.h"

#include <string>
#include <vector>

/// Anthropic's messages as Bedrock takes them: in InvokeModel's body, whose address names the model and says whether a stream is
/// wanted, and whose members say what Anthropic's own API reads from header fields.
namespace gatehouse::translate {

/// \a target is Bedrock, spoken to in Anthropic's words.
bool isInvoked(const Target &target);

/// Puts into \a members what a client or the translation says in header fields: the version, and of \a betas and of those in
/// \a forwarded the ones that Bedrock knows. Does nothing for providers that are not Bedrock.
void putFieldsIntoBody(
    Members &members, const Target &target, const std::vector<std::string> &betas, const wire::Headers &forwarded);

} // namespace gatehouse::translate
