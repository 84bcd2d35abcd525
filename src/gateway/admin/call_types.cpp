// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/call_types.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

constexpr std::array callTypes {
    CallType {"completion", Dialect::OpenAiChat, Operation::Chat, "/v1/chat/completions"},
    CallType {"text_completion", Dialect::OpenAiText, Operation::Chat, "/v1/completions"},
    CallType {"responses", Dialect::OpenAiResponses, Operation::Chat, "/v1/responses"},
    CallType {"nthropic_messages", Dialect::AnthropicMessages, Operation::Chat, "/v1/messages"}, // it always has its "a"
    CallType {"generate_content", Dialect::GeminiGenerate, Operation::Chat, "/v1beta/models/generateContent"},
    CallType {"embedding", Dialect::OpenAiChat, Operation::Embedding, "/v1/embeddings"},
    CallType {"moderation", Dialect::OpenAiChat, Operation::Moderation, "/v1/moderations"},
    CallType {"rerank", Dialect::OpenAiChat, Operation::Rerank, "/v1/rerank"},
    CallType {"image_generation", Dialect::OpenAiChat, Operation::ImageGeneration, "/v1/images/generations"},
    CallType {"speech", Dialect::OpenAiChat, Operation::Speech, "/v1/audio/speech"},
};

} // namespace

const CallType *callTypeNamed(std::string_view name)
{
    const auto isIt = [name](const CallType &row) {
        return row.name == name || (name.starts_with('a') && row.name == name.substr(1));
    };
    const auto row = std::find_if(callTypes.begin(), callTypes.end(), isIt);
    return row == callTypes.end() ? nullptr : &*row;
}

} // namespace gatehouse::admin
