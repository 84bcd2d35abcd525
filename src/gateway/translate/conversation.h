// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The one open representation between the dialects: every dialect decodes into it and encodes from it, so that n dialects
/// cost n pairs and not n×m. Used only when caller and provider speak different dialects; otherwise text is spliced.
/// Members called …Json hold JSON text that is copied as it is.
namespace gatehouse::translate {

/// A piece of a message.
struct Block {
    enum class Kind { Text, Image, Document, Audio, Thinking, RedactedThinking, ToolUse, ToolResult, Other };
    Kind kind = Kind::Text;
    std::string text;           ///< text, thinking; of RedactedThinking the data
    std::string url;            ///< Image, Document: where it is, when it is not inline
    std::string mediaType;      ///< Image, Document, Audio: of the inline data
    std::string data;           ///< inline data in base64
    std::string name;           ///< ToolUse: the tool; Document: title or file name
    std::string detail;         ///< Image: how closely it is to be looked at, OpenAI's word; empty = not said
    std::string id;             ///< ToolUse, ToolResult: the call's id; Document: a file id
    std::string argumentsJson;  ///< ToolUse: an object
    std::vector<Block> content; ///< ToolResult
    bool isError = false;       ///< ToolResult
    bool isList = false;        ///< ToolResult: OpenAI's caller sent the content as a list, even if of one text
    std::string signature;      ///< Thinking; of Gemini's also Text, ToolUse: of the thoughts before
    std::string cacheControlJson;
    std::string otherJson; ///< Other: the block as it came
};

struct Message {
    enum class Role { System, User, Assistant, Tool };
    Role role = Role::User;
    std::vector<Block> blocks;
    std::string reasoning; ///< what an assistant thought, where nobody signed it and it is no block
};

struct Tool {
    std::string name, description;
    std::string schemaJson; ///< JSON Schema of the arguments; empty = none given
    std::optional<bool> strict;
    std::string cacheControlJson;
    std::string otherJson; ///< a hosted tool, as it came; then nothing else is set
};

struct ToolChoice {
    enum class Kind { Auto, None, Required, Named };
    Kind kind = Kind::Auto;
    std::string name;
};

/// A request for one answer.
struct Conversation {
    std::vector<Message> messages; ///< system messages stand where they stood
    std::vector<Tool> tools;
    std::optional<ToolChoice> toolChoice;
    std::optional<bool> parallelToolCalls;
    std::optional<std::int64_t> maxTokens;
    std::optional<double> temperature, topP;
    std::optional<std::int64_t> topK;
    std::vector<std::string> stop;
    std::string user;
    std::string reasoningEffort;    ///< OpenAI's word, if that is how it was asked
    std::string thinkingJson;       ///< Anthropic's object, if that is how it was asked
    std::string responseFormatJson; ///< OpenAI's response_format
    bool stream = false;
    std::vector<std::pair<std::string, std::string>> rest; ///< members without a common meaning: name, JSON text
};

} // namespace gatehouse::translate
