// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Requests of generateContent, of the Gemini API and of Vertex (ai.google.dev/api/generate-content).
namespace gatehouse::translate {

/// What a Gemini model is like, read from its name ("gemini-2.5-flash-lite", "models/gemini-3-pro-preview"). Unknown names get
/// what the newest line that has a thinkingBudget gets.
struct GeminiModel {
    int version = 0; ///< 2.5 is 205, 3 is 300; 0 = not said
    bool isFlash = false, isLite = false, isPro = false;
    bool speaks = false;  ///< text to speech
    bool isGemma = false; ///< takes no system instruction

    /// 3 and newer: how hard to think is a word, calls have ids, and signatures of thoughts are insisted on.
    bool isThree() const { return version >= 300; }
    /// Before 2.0 an answer's schema had to be in Gemini's own form.
    bool takesJsonSchema() const { return version == 0 || version >= 200; }
};
GeminiModel geminiModel(std::string_view model);

/// Parameters that Gemini has no word for are refused, or dropped where asked; \a members are still in OpenAI's words.
Result<> fitToGemini(Members &members, const Target &target);

/// Fails with BadRequest where the conversation holds what Gemini cannot be told.
Result<ProviderRequest> writeGeminiRequest(const Conversation &conversation, const Target &target);

/// What Gemini is told of a conversation's messages.
struct GeminiContents {
    std::string contents; ///< a JSON array
    std::string system;   ///< systemInstruction, an object; empty = none
};
/// Fails with BadRequest; with drop_params what Gemini cannot be told is left out.
Result<GeminiContents> writeGeminiContents(const Conversation &conversation, const Target &target);

/// tools, a JSON array; empty = none. Fails with BadRequest for tools that only their maker runs.
Result<std::string> writeGeminiTools(const Conversation &conversation, const Target &target);

/// thinkingConfig, an object; empty = nothing was said.
std::string writeGeminiThinking(const Conversation &conversation, std::string_view model);

} // namespace gatehouse::translate
