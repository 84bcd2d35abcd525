// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"

namespace gatehouse {

namespace {

std::string_view chatType(Dialect dialect)
{
    switch (dialect) {
    case Dialect::AnthropicMessages: return "anthropic_messages";
    case Dialect::OpenAiResponses: return "aresponses";
    case Dialect::OpenAiText: return "atext_completion";
    case Dialect::GeminiGenerate: return "agenerate_content";
    default: return "acompletion";
    }
}

} // namespace

std::string_view callType(const Receipt &receipt)
{
    if (receipt.isPassThrough)
        return "pass_through_endpoint";
    switch (receipt.operation) {
    case Operation::Chat: return chatType(receipt.dialect);
    case Operation::CountTokens: return "acount_tokens";
    case Operation::Embedding: return "aembedding";
    case Operation::Moderation: return "amoderation";
    case Operation::Rerank: return "arerank";
    case Operation::ImageGeneration: return "aimage_generation";
    case Operation::ImageEdit: return "aimage_edit";
    case Operation::Speech: return "aspeech";
    case Operation::Transcription: return "atranscription";
    case Operation::AudioTranslation: return "atranslation";
    case Operation::StoredResponse: return "aget_responses";
    }
    return "acompletion";
}

} // namespace gatehouse
