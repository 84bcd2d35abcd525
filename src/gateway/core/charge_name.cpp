// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/charge_name.h"

namespace gatehouse {

std::string_view toString(Charge charge)
{
    switch (charge) {
    case Charge::Input: return "input";
    case Charge::Output: return "output";
    case Charge::CachedRead: return "cached_read";
    case Charge::CacheWrite: return "cache_write";
    case Charge::CacheWrite1h: return "cache_write_1h";
    case Charge::Reasoning: return "reasoning";
    case Charge::AudioInput: return "audio_input";
    case Charge::AudioOutput: return "audio_output";
    case Charge::CachedAudioRead: return "cached_audio_read";
    case Charge::CachedAudioWrite: return "cached_audio_write";
    case Charge::ImageInput: return "image_input";
    case Charge::ImageOutput: return "image_output";
    case Charge::VideoOutput: return "video_output";
    case Charge::Citation: return "citation";
    case Charge::InputImages: return "input_images";
    case Charge::OutputImages: return "output_images";
    case Charge::InputPixels: return "input_pixels";
    case Charge::OutputPixels: return "output_pixels";
    case Charge::InputSeconds: return "input_seconds";
    case Charge::OutputSeconds: return "output_seconds";
    case Charge::InputAudioSeconds: return "input_audio_seconds";
    case Charge::InputVideoSeconds: return "input_video_seconds";
    case Charge::OutputVideoSeconds: return "output_video_seconds";
    case Charge::InputCharacters: return "input_characters";
    case Charge::OutputCharacters: return "output_characters";
    case Charge::Queries: return "queries";
    case Charge::Requests: return "requests";
    case Charge::Pages: return "pages";
    case Charge::AnnotatedPages: return "annotated_pages";
    case Charge::SearchesLow: return "searches_low";
    case Charge::SearchesMedium: return "searches_medium";
    case Charge::SearchesHigh: return "searches_high";
    }
    return "input";
}

std::string_view toString(ServiceTier tier)
{
    switch (tier) {
    case ServiceTier::Standard: return "standard";
    case ServiceTier::Priority: return "priority";
    case ServiceTier::Flex: return "flex";
    case ServiceTier::Batch: return "batch";
    }
    return "standard";
}

} // namespace gatehouse
