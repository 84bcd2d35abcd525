// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/fields.h"

#include "gateway/core/number_from.h"

#include <algorithm>
#include <array>

namespace gatehouse::catalogue {

namespace {

struct ChargeName {
    std::string_view name;
    Charge charge;
};

constexpr std::array chargeNames {
    ChargeName {"input_cost_per_token", Charge::Input}, ChargeName {"output_cost_per_token", Charge::Output},
    ChargeName {"cache_read_input_token_cost", Charge::CachedRead},
    ChargeName {"cache_creation_input_token_cost", Charge::CacheWrite},
    ChargeName {"cache_creation_input_token_cost_above_1hr", Charge::CacheWrite1h},
    ChargeName {"output_cost_per_reasoning_token", Charge::Reasoning},
    ChargeName {"input_cost_per_audio_token", Charge::AudioInput},
    ChargeName {"output_cost_per_audio_token", Charge::AudioOutput},
    ChargeName {"cache_read_input_audio_token_cost", Charge::CachedAudioRead},
    ChargeName {"cache_creation_input_audio_token_cost", Charge::CachedAudioWrite},
    ChargeName {"input_cost_per_image_token", Charge::ImageInput},
    ChargeName {"output_cost_per_image_token", Charge::ImageOutput},
    ChargeName {"output_cost_per_video_token", Charge::VideoOutput}, ChargeName {"citation_cost_per_token", Charge::Citation},
    ChargeName {"input_cost_per_image", Charge::InputImages}, ChargeName {"output_cost_per_image", Charge::OutputImages},
    ChargeName {"input_cost_per_pixel", Charge::InputPixels}, ChargeName {"output_cost_per_pixel", Charge::OutputPixels},
    ChargeName {"input_cost_per_second", Charge::InputSeconds}, ChargeName {"output_cost_per_second", Charge::OutputSeconds},
    ChargeName {"input_cost_per_audio_per_second", Charge::InputAudioSeconds},
    ChargeName {"input_cost_per_video_per_second", Charge::InputVideoSeconds},
    ChargeName {"output_cost_per_video_per_second", Charge::OutputVideoSeconds},
    ChargeName {"input_cost_per_character", Charge::InputCharacters},
    ChargeName {"output_cost_per_character", Charge::OutputCharacters}, ChargeName {"input_cost_per_query", Charge::Queries},
    ChargeName {"input_cost_per_request", Charge::Requests}, ChargeName {"ocr_cost_per_page", Charge::Pages},
    ChargeName {"annotation_cost_per_page", Charge::AnnotatedPages},
    ChargeName {"search_context_size_low", Charge::SearchesLow}, // members of search_context_cost_per_query
    ChargeName {"search_context_size_medium", Charge::SearchesMedium},
    ChargeName {"search_context_size_high", Charge::SearchesHigh},
    ChargeName {"input_cost_per_token_cache_hit", Charge::CachedRead}, // an older name
};

struct TierName {
    std::string_view suffix;
    ServiceTier tier;
};
constexpr std::array tierNames {
    TierName {"_priority", ServiceTier::Priority},
    TierName {"_flex", ServiceTier::Flex},
    TierName {"_batches", ServiceTier::Batch},
};

constexpr std::array<CapabilityName, 30> capabilities {{
    {"supports_adaptive_thinking", Capability::AdaptiveThinking},
    {"supports_assistant_prefill", Capability::AssistantPrefill},
    {"supports_audio_input", Capability::AudioInput},
    {"supports_audio_output", Capability::AudioOutput},
    {"supports_computer_use", Capability::ComputerUse},
    {"supports_embedding_image_input", Capability::EmbeddingImageInput},
    {"supports_function_calling", Capability::FunctionCalling},
    {"supports_image_input", Capability::ImageInput},
    {"supports_low_reasoning_effort", Capability::EffortLow},
    {"supports_max_reasoning_effort", Capability::EffortMax},
    {"supports_mid_conversation_system", Capability::MidConversationSystem},
    {"supports_minimal_reasoning_effort", Capability::EffortMinimal},
    {"supports_native_streaming", Capability::NativeStreaming},
    {"supports_native_structured_output", Capability::NativeStructuredOutput},
    {"supports_none_reasoning_effort", Capability::EffortNone},
    {"supports_parallel_function_calling", Capability::ParallelFunctionCalling},
    {"supports_pdf_input", Capability::PdfInput},
    {"supports_prompt_caching", Capability::PromptCaching},
    {"supports_reasoning", Capability::Reasoning},
    {"supports_response_schema", Capability::ResponseSchema},
    {"supports_sampling_params", Capability::SamplingParams},
    {"supports_service_tier", Capability::ServiceTier},
    {"supports_system_messages", Capability::SystemMessages},
    {"supports_tool_choice", Capability::ToolChoice},
    {"supports_tool_search", Capability::ToolSearch},
    {"supports_url_context", Capability::UrlContext},
    {"supports_video_input", Capability::VideoInput},
    {"supports_vision", Capability::Vision},
    {"supports_web_search", Capability::WebSearch},
    {"supports_xhigh_reasoning_effort", Capability::EffortXhigh},
}};

ServiceTier takeTier(std::string_view &name)
{
    for (const TierName &tier : tierNames) {
        if (name.ends_with(tier.suffix)) {
            name.remove_suffix(tier.suffix.size());
            return tier.tier;
        }
    }
    return ServiceTier::Standard;
}

// Takes "_above_200k_tokens" off \a name: 200,000. Without it 0.
std::uint32_t takeThreshold(std::string_view &name)
{
    constexpr std::string_view before = "_above_", after = "k_tokens";
    const std::size_t at = name.rfind(before);
    if (!name.ends_with(after) || at == std::string_view::npos)
        return 0;
    const std::string_view digits = name.substr(at + before.size(), name.size() - at - before.size() - after.size());
    const std::uint32_t thousands = numberFrom<std::uint32_t>(digits).value_or(0);
    if (thousands == 0 || thousands > 1'000'000)
        return 0;
    name = name.substr(0, at);
    return thousands * 1000;
}

} // namespace

std::optional<PriceKey> priceKey(std::string_view name)
{
    PriceKey key;
    key.tier = takeTier(name);
    key.aboveTokens = takeThreshold(name);
    for (const ChargeName &row : chargeNames) {
        if (row.name == name) {
            key.charge = row.charge;
            return key;
        }
    }
    return std::nullopt;
}

std::string priceName(PriceKey key)
{
    std::string name;
    for (const ChargeName &row : chargeNames) {
        if (row.charge == key.charge && name.empty())
            name = row.name;
    }
    if (key.aboveTokens > 0)
        name += "_above_" + std::to_string(key.aboveTokens / 1000) + "k_tokens";
    for (const TierName &row : tierNames) {
        if (row.tier == key.tier)
            name += row.suffix;
    }
    return name;
}

std::span<const CapabilityName> capabilityNames()
{
    return capabilities;
}

std::optional<Capability> capability(std::string_view name)
{
    const auto row = std::lower_bound(capabilities.begin(), capabilities.end(), name,
        [](const CapabilityName &known, std::string_view wanted) { return known.name < wanted; });
    return row != capabilities.end() && row->name == name ? std::optional(row->capability) : std::nullopt;
}

} // namespace gatehouse::catalogue
