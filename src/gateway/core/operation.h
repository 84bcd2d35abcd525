// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace gatehouse {

/// What a call asks a model to do. A chat has a dialect (see Dialect); the others have one shape for callers, OpenAI's or, of
/// rerank, Cohere's.
enum class Operation {
    Chat,
    CountTokens,
    Embedding,
    Moderation,
    Rerank,
    ImageGeneration,
    ImageEdit,
    Speech,
    Transcription,
    AudioTranslation,
    StoredResponse, ///< one that its provider keeps: asked for again, deleted, cancelled
};

/// LiteLLM's word for it, as in model_info.mode and its messages: "chat", "embedding", "image_generation".
std::string_view toString(Operation operation);

/// A set of operations.
class Operations
{
public:
    constexpr Operations(std::initializer_list<Operation> all)
    {
        for (const Operation each : all)
            m_bits |= bit(each);
    }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr bool has(Operation operation) const { return (m_bits & bit(operation)) != 0; }

private:
    static constexpr std::uint32_t bit(Operation operation) { return 1U << static_cast<unsigned>(operation); }
    std::uint32_t m_bits = 0;
};

} // namespace gatehouse
