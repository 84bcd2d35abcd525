// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/decode_options.h"

#include "gateway/pipeline/attribution.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace gatehouse::pipeline {

namespace {

using std::chrono::milliseconds;

std::optional<double> numberOf(std::string_view header)
{
    if (header.empty())
        return std::nullopt;
    const std::string text(header);
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return end == text.c_str() + text.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// A body field, or the header of the same meaning.
std::optional<double> option(const wire::Call &call, const Inbound &inbound, std::string_view field, std::string_view header)
{
    if (const auto value = wire::jsonNumber(call.body.find(field)))
        return value;
    return header.empty() ? std::nullopt : numberOf(inbound.request.headers.value(header));
}

std::optional<milliseconds> seconds(std::optional<double> value)
{
    constexpr double longest = 7 * 24 * 3600;
    if (!value || *value <= 0)
        return std::nullopt;
    return milliseconds(std::max<long long>(1, std::llround(std::min(*value, longest) * 1000)));
}

/// "claude", or {"model": "claude", "messages": […]}; nothing for anything else.
std::optional<wire::Fallback> fallbackFrom(std::string_view raw)
{
    if (const auto name = wire::jsonString(raw))
        return wire::Fallback {*name};
    const auto object = wire::JsonObject::parse(std::string(raw));
    const auto name = object ? wire::jsonString(object->find("model")) : std::nullopt;
    if (!name)
        return std::nullopt;
    wire::JsonWriter changes;
    changes.beginObject();
    for (std::size_t i = 0; i < object->size(); ++i) {
        const wire::JsonObject::Member member = object->at(i);
        if (member.name != "model")
            changes.key(member.name).raw(member.raw);
    }
    changes.endObject();
    return wire::Fallback {*name, object->size() > 1 ? changes.take() : std::string()};
}

std::vector<wire::Fallback> listFrom(std::string_view raw)
{
    std::vector<wire::Fallback> list;
    for (translate::JsonItems items(raw); items.next();) {
        if (auto fallback = fallbackFrom(items.raw()))
            list.push_back(std::move(*fallback));
    }
    return list;
}

/// [{"gpt-4o": ["claude"]}]: fallbacks by group, as they stand in the configuration; nothing for another shape.
std::optional<wire::Fallbacks> groupsFrom(std::string_view raw)
{
    if (wire::jsonKind(raw) != 'a')
        return std::nullopt;
    wire::Fallbacks groups;
    for (translate::JsonItems items(raw); items.next();) {
        const auto object = wire::JsonObject::parse(std::string(items.raw()));
        if (!object || object->has("model"))
            return std::nullopt;
        for (std::size_t i = 0; i < object->size(); ++i)
            groups.try_emplace(std::string(object->at(i).name), listFrom(object->at(i).raw));
    }
    return groups;
}

void readFallbacks(wire::Call &call)
{
    wire::CallOptions &options = call.options;
    const std::string_view asked = call.body.find("fallbacks");
    options.fallbacks = groupsFrom(asked);
    if (!options.fallbacks && wire::jsonKind(asked) == 'a')
        options.fallbackList = listFrom(asked);
    options.contextWindowFallbacks = groupsFrom(call.body.find("context_window_fallbacks"));
    options.contentPolicyFallbacks = groupsFrom(call.body.find("content_policy_fallbacks"));
}

wire::Rehearsal rehearsalIn(const wire::JsonObject &body)
{
    static constexpr std::array names {
        std::pair("mock_testing_fallbacks", wire::Rehearsal::Fallback),
        std::pair("mock_testing_context_fallbacks", wire::Rehearsal::ContextWindow),
        std::pair("mock_testing_content_policy_fallbacks", wire::Rehearsal::ContentPolicy),
        std::pair("mock_testing_rate_limit_error", wire::Rehearsal::RateLimit),
        std::pair("mock_timeout", wire::Rehearsal::Timeout),
    };
    for (const auto &[name, rehearsal] : names) {
        if (wire::jsonBool(body.find(name)).value_or(false))
            return rehearsal;
    }
    return wire::Rehearsal::None;
}

// Headers that describe the connection or carry the gateway's own credential never travel on, whoever asks.
bool mayTravel(std::string_view name)
{
    static constexpr std::array own {"authorization", "x-api-key", "api-key", "x-goog-api-key", "x-litellm-api-key", "host",
        "connection", "content-length", "content-type", "transfer-encoding", "te", "upgrade", "cookie", "proxy-authorization"};
    for (const char *other : own) {
        if (wire::sameName(name, other))
            return false;
    }
    return true;
}

bool begins(std::string_view name, std::string_view beginning)
{
    return wire::sameName(name.substr(0, beginning.size()), beginning);
}

bool isForwarded(std::string_view name, bool forwardClientHeaders)
{
    if (begins(name, "anthropic-"))
        return true;
    return forwardClientHeaders && begins(name, "x-") && !begins(name, "x-stainless") && !begins(name, "x-litellm");
}

} // namespace

void readOptions(wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    wire::CallOptions &options = call.options;
    if (const auto retries = option(call, inbound, "num_retries", "x-litellm-num-retries"))
        options.numRetries = static_cast<int>(std::clamp(*retries, 0.0, 10.0));
    options.timeout = seconds(option(call, inbound, "timeout", "x-litellm-timeout"));
    if (!options.timeout)
        options.timeout = seconds(option(call, inbound, "request_timeout", {}));
    options.streamTimeout = seconds(option(call, inbound, "stream_timeout", "x-litellm-stream-timeout"));
    readFallbacks(call);
    if (const auto most = wire::jsonNumber(call.body.find("max_fallbacks")))
        options.maxFallbacks = static_cast<int>(std::clamp(*most, 0.0, 100.0));
    options.region = wire::jsonString(call.body.find("allowed_model_region")).value_or("");
    if (settings.allowMockTesting)
        options.rehearsal = rehearsalIn(call.body);
    options.disableFallbacks = wire::jsonBool(call.body.find("disable_fallbacks")).value_or(false);
    options.tags = tagsOf(call.body, inbound.request.headers);
    options.dropParams = wire::jsonBool(call.body.find("drop_params"));
    options.additionalDropParams =
        wire::jsonStrings(call.body.find("additional_drop_params")).value_or(std::vector<std::string>());
    options.allowedOpenAiParams = wire::jsonStrings(call.body.find("allowed_openai_params")).value_or(std::vector<std::string>());
}

void readForwarded(wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    for (const auto &[name, value] : inbound.request.headers) {
        if (isForwarded(name, settings.forwardClientHeaders) && mayTravel(name))
            call.forward.add(name, value);
    }
    if (const auto organization = wire::jsonString(call.body.find("organization")))
        call.forward.add("openai-organization", *organization);
    const std::string_view extra = call.body.find("extra_headers");
    if (wire::jsonKind(extra) != 'o')
        return;
    if (const auto object = wire::JsonObject::parse(std::string(extra))) {
        for (std::size_t i = 0; i < object->size(); ++i) {
            const auto value = wire::jsonString(object->at(i).raw);
            if (value && mayTravel(object->at(i).name))
                call.forward.add(object->at(i).name, *value);
        }
    }
}

} // namespace gatehouse::pipeline
