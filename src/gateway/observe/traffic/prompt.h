// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// One piece of what a provider reads, in the order in which its cache does: tools, system, messages.
struct PromptPart {
    enum class Kind { Tool, System, Message };
    Kind kind = Kind::Message;
    std::string where = {}; ///< "tools[2]", "system", "messages[3]"
    std::string name = {};  ///< of a tool, or the role of a message
    std::string text = {};  ///< its JSON, without cache_control, which is no part of what is read
    bool isMarked = false;  ///< it had a cache_control
};

/// The prompt of a request in any of the dialects: OpenAI's chat and Responses, Anthropic's, Google's, Bedrock's.
struct Prompt {
    std::vector<PromptPart> parts = {};
    bool isAnthropic = false; ///< caches only what is marked
    bool isMarked() const;
    std::size_t bytes() const;
};

/// Nothing where \a body is no JSON object with a prompt in it.
std::optional<Prompt> promptOf(std::string_view body);

/// The items of a JSON array, as they are written. \a array must be JSON.
std::vector<std::string_view> itemsOf(std::string_view array);

} // namespace gatehouse::observe::traffic
