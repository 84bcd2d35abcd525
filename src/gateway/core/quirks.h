// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <initializer_list>

namespace gatehouse {

/// Where a provider that speaks OpenAI's chat completions deviates from them. Each is one thing that is done to a request.
enum class Quirk {
    OpenAiModels,     ///< serves OpenAI's own models: the rules for the o-series and GPT-5 apply
    PlainTools,       ///< additionalProperties and strict are taken out of tools
    PlainSchemas,     ///< strict, $id and $schema are taken out of tools
    LaxTools,         ///< strict alone is taken out of tools
    TextContent,      ///< content that is a list of texts becomes one string
    OldMaxTokens,     ///< max_completion_tokens is called max_tokens
    NoUser,           ///< user is not passed on
    NoNames,          ///< name is taken out of messages, but for those of tools
    NoNulls,          ///< null members are taken out of assistant messages
    AnyForRequired,   ///< tool_choice "required" is called "any"; a named tool too
    SimpleToolChoice, ///< tool_choice is auto or none
    RandomSeed,       ///< seed is called random_seed
    NoStreamOptions,  ///< a stream's usage comes unasked, and stream_options are refused
    ThinkingSwitch,   ///< reasoning_effort becomes thinking: {"type": "enabled"}
    AskForCost,       ///< usage: {"include": true} brings the price of the call
    LowTemperature,   ///< temperature is at most 1
    SchemaAsObject,   ///< json_schema is asked for as json_object with a schema
    ChatShaped,       ///< a prompt is answered in the shape of chat completions
    FireworksNames,   ///< a model's name is a path under accounts/fireworks/models
};

/// A set of quirks.
class Quirks
{
public:
    constexpr Quirks() = default;
    constexpr Quirks(std::initializer_list<Quirk> all)
    {
        for (const Quirk each : all)
            m_bits |= bit(each);
    }
    constexpr bool has(Quirk quirk) const { return (m_bits & bit(quirk)) != 0; }

private:
    static constexpr std::uint32_t bit(Quirk quirk) { return 1U << static_cast<unsigned>(quirk); }
    std::uint32_t m_bits = 0;
};

} // namespace gatehouse
