// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace gatehouse {

/// What a model can be asked for. Their names in LiteLLM's files are in catalogue/fields.cpp.
enum class Capability : std::uint8_t {
    AdaptiveThinking,
    AssistantPrefill,
    AudioInput,
    AudioOutput,
    ComputerUse,
    EmbeddingImageInput,
    FunctionCalling,
    ImageInput,
    MidConversationSystem,
    NativeStreaming,
    NativeStructuredOutput,
    ParallelFunctionCalling,
    PdfInput,
    PromptCaching,
    Reasoning,
    EffortNone, ///< these words for reasoning_effort beyond low, medium and high
    EffortMinimal,
    EffortLow, ///< only where low itself is refused is this known
    EffortXhigh,
    EffortMax,
    ResponseSchema,
    SamplingParams, ///< temperature, top_p, top_k
    ServiceTier,
    SystemMessages,
    ToolChoice,
    ToolSearch,
    UrlContext,
    VideoInput,
    Vision,
    WebSearch,
};

/// Capabilities that are known one way or the other; everything else is unknown.
class Capabilities
{
public:
    std::optional<bool> find(Capability capability) const
    {
        return (m_known & bit(capability)) ? std::optional((m_able & bit(capability)) != 0) : std::nullopt;
    }
    void set(Capability capability, bool able)
    {
        m_known |= bit(capability);
        m_able = able ? m_able | bit(capability) : m_able & ~bit(capability);
    }
    /// Takes over what \a other knows.
    void merge(const Capabilities &other)
    {
        m_able = (m_able & ~other.m_known) | other.m_able;
        m_known |= other.m_known;
    }

private:
    static std::uint64_t bit(Capability capability) { return std::uint64_t(1) << static_cast<unsigned>(capability); }

    std::uint64_t m_known = 0;
    std::uint64_t m_able = 0;
};

/// What is known of a model beside its prices. 0 and empty = not known.
struct ModelFacts {
    std::string mode;                  ///< "chat", "embedding" …, in LiteLLM's words
    std::int64_t maxTokens = 0;        ///< LiteLLM's older field: mostly the output's limit, for embeddings the input's
    std::int64_t maxInputTokens = 0;   ///< the context window, or what of it can be read
    std::int64_t maxOutputTokens = 0;  ///< the longest answer
    std::int64_t outputVectorSize = 0; ///< length of an embedding
    Capabilities capabilities = {};

    std::optional<bool> supports(Capability capability) const { return capabilities.find(capability); }
};

} // namespace gatehouse
