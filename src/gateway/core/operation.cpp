// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/operation.h"

namespace gatehouse {

std::string_view toString(Operation operation)
{
    switch (operation) {
    case Operation::Chat: return "chat";
    case Operation::CountTokens: return "count_tokens";
    case Operation::Embedding: return "embedding";
    case Operation::Moderation: return "moderation";
    case Operation::Rerank: return "rerank";
    case Operation::ImageGeneration: return "image_generation";
    case Operation::ImageEdit: return "image_edit";
    case Operation::Speech: return "audio_speech";
    case Operation::Transcription: return "audio_transcription";
    case Operation::AudioTranslation: return "audio_translation";
    case Operation::StoredResponse: return "responses";
    }
    return "chat";
}

} // namespace gatehouse
