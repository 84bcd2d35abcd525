// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/conversation.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/json_object.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A whole answer: relayed where both sides speak the same dialect, else read into a Completion and written from it.
namespace gatehouse::translate {

/// An answer without a dialect.
struct Completion {
    std::string id;
    std::string model;         ///< as the provider names it
    std::vector<Block> blocks; ///< Text, Thinking, RedactedThinking, ToolUse, Image, Audio, Other (a server tool's result)
    std::string finishReason;  ///< OpenAI's word
    std::string stopSequence;  ///< the one that ended the answer, if the provider says
    bool refused = false;      ///< the text is a refusal
    std::vector<std::string> citationsJson; ///< one array for each text block that has any
    Usage usage;
    std::vector<std::pair<std::string, std::string>> usageRest; ///< counters without a common meaning: name, JSON text

    // What only OpenAI's dialect has a place for; JSON texts, empty = none.
    std::string annotationsJson = {};                             ///< message.annotations
    std::string logprobsJson = {};                                ///< of the choice
    std::vector<std::pair<std::string, std::string>> extras = {}; ///< in provider_specific_fields: name, JSON text
    std::vector<std::pair<std::string, std::string>> rest = {};   ///< members beside the choices: name, JSON text
    std::vector<Completion> others = {};                          ///< further answers to the same request, without usage
};

// Same dialect: \a body is checked and its text kept but for the members that are ours.
Result<Answer> relayOpenAiAnswer(const wire::JsonObject &body, const View &view);
Result<Answer> relayAnthropicAnswer(const wire::JsonObject &body, const View &view);
Result<Answer> relayTextAnswer(const wire::JsonObject &body, const View &view);
Result<Answer> relayGeminiAnswer(const wire::JsonObject &body, const View &view);

Result<Completion> readOpenAiAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readAnthropicAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readBedrockAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readCohereAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readOllamaAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readGeminiAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readResponsesAnswer(const wire::JsonObject &body, const View &view);
Result<Completion> readTextAnswer(const wire::JsonObject &body, const View &view);
std::string writeOpenAiAnswer(const Completion &completion, const View &view);
std::string writeAnthropicAnswer(const Completion &completion, const View &view);
std::string writeTextAnswer(const Completion &completion, const View &view);
std::string writeGeminiAnswer(const Completion &completion, const View &view);

/// A tool call's arguments as the object Anthropic wants; text that is none becomes {"_raw": text}, so that nothing is lost
/// and nothing breaks.
std::string argumentsObject(std::string arguments);

/// The name of the tool that stands for response_format (see Encoded::jsonTool).
inline constexpr std::string_view jsonToolName = "json_tool_call";

} // namespace gatehouse::translate
