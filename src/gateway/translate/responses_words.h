// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"

#include <optional>
#include <string>
#include <string_view>

/// The Responses API's words for how an answer ended, what it took, and what a model thought.
namespace gatehouse::translate {

/// OpenAI's finish_reason for a response (the object's JSON text); nothing where it has not come to an end: it is queued, still
/// running, or was cancelled. \a called: it calls tools of the caller's.
std::optional<std::string> finishReasonOfResponse(std::string_view response, bool called);

/// Nothing is reported where \a raw is no object.
Usage readResponsesUsage(std::string_view raw);

/// A model's reasoning comes encrypted and must go back as it came, but only to a model of OpenAI's: to callers it is the
/// signature of a thought, marked as theirs.
inline constexpr std::string_view reasoningMark = "openai-reasoning:";
std::string reasoningSignature(std::string_view encryptedContent);
/// What reasoningSignature() was made of; nothing for another provider's signature.
std::optional<std::string_view> encryptedReasoning(std::string_view signature);

} // namespace gatehouse::translate
