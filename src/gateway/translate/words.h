// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"
#include "gateway/wire/json_writer.h"

#include <string>
#include <string_view>

/// What both dialects say in words of their own: why an answer ended, and how many tokens it took.
namespace gatehouse::translate {

/// Anthropic's stop_reason as OpenAI's finish_reason; a word nobody knows stays as it is.
std::string finishReasonOf(std::string_view stopReason);
/// The other way round. \a refused: the answer was a refusal.
std::string stopReasonOf(std::string_view finishReason, bool refused = false);

/// Reads OpenAI's usage object; nothing is reported where \a raw is no object.
Usage readOpenAiUsage(std::string_view raw);
/// Takes from Anthropic's usage object what stands in it: message_start and message_delta each bring a part.
void readAnthropicUsage(std::string_view raw, Usage &usage);

/// Writes the members of OpenAI's usage object, without the closing brace, so that others may follow.
void writeOpenAiUsage(wire::JsonWriter &json, const Usage &usage);
/// Writes Anthropic's usage object.
void writeAnthropicUsage(wire::JsonWriter &json, const Usage &usage);

} // namespace gatehouse::translate
