// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/endpoint_name.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::store {

std::string_view endpointName(std::string_view callType)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> names {{
        {"acompletion", "/chat/completions"},
        {"anthropic_messages", "/v1/messages"},
        {"aresponses", "/responses"},
        {"aget_responses", "/responses"},
        {"atext_completion", "/completions"},
        {"agenerate_content", "/generateContent"},
        {"acount_tokens", "/v1/messages/count_tokens"},
        {"aembedding", "/embeddings"},
        {"amoderation", "/moderations"},
        {"arerank", "/rerank"},
        {"aimage_generation", "/images/generations"},
        {"aimage_edit", "/images/edits"},
        {"aspeech", "/audio/speech"},
        {"atranscription", "/audio/transcriptions"},
        {"atranslation", "/audio/translations"},
    }};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &row) { return row.first == callType; });
    return found == names.end() ? std::string_view("pass-through") : found->second;
}

} // namespace gatehouse::store
