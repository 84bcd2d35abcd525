// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"

#include <string_view>
#include <vector>

/// What a conversation holds without a common meaning, on its way to a provider that is not Anthropic.
namespace gatehouse::translate {

/// Conversation::rest as members; views into \a conversation. What speaks of Anthropic's own machinery is left out. Fails with
/// BadRequest where leaving it out would lose something, unless that may be dropped.
Result<std::vector<Members::Member>> restFor(const Conversation &conversation, const Target &target);

/// The refusal of a tool that its maker runs itself.
Error hostedToolRefused(const Tool &tool, const Target &target);

/// The refusal of a block that \a target cannot be sent. \a what is a noun with its article: "a document".
Error blockRefused(std::size_t message, std::string_view what, const Target &target);

} // namespace gatehouse::translate
