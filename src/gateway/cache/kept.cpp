// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cache/kept.h"

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <array>
#include <utility>

namespace gatehouse::cache {

namespace {

// One list for both ways.
using Text = std::pair<std::string_view, std::string Kept::*>;
constexpr std::array<Text, 6> texts {Text {"content_type", &Kept::contentType}, Text {"finish_reason", &Kept::finishReason},
    Text {"deployment", &Kept::deployment}, Text {"group", &Kept::group}, Text {"provider", &Kept::provider},
    Text {"upstream_model", &Kept::upstreamModel}};
using Count = std::pair<std::string_view, std::int64_t Usage::*>;
constexpr std::array<Count, 9> counts {Count {"input", &Usage::input}, Count {"output", &Usage::output},
    Count {"cached_read", &Usage::cachedRead}, Count {"cache_write", &Usage::cacheWrite},
    Count {"cache_write_5m", &Usage::cacheWrite5m}, Count {"cache_write_1h", &Usage::cacheWrite1h},
    Count {"reasoning", &Usage::reasoning}, Count {"audio_input", &Usage::audioInput},
    Count {"audio_output", &Usage::audioOutput}};

std::int64_t integer(std::string_view raw)
{
    return static_cast<std::int64_t>(wire::jsonNumber(raw).value_or(0));
}

Usage usageFrom(std::string_view raw)
{
    Usage usage;
    const auto object = wire::JsonObject::parse(std::string(raw));
    if (!object)
        return usage;
    for (const auto &[name, member] : counts)
        usage.*member = integer(object->find(name));
    usage.reported = wire::jsonBool(object->find("reported")).value_or(false);
    return usage;
}

void writeUsage(wire::JsonWriter &json, const Usage &usage)
{
    json.beginObject();
    for (const auto &[name, member] : counts)
        json.key(name).number(usage.*member);
    json.key("reported").boolean(usage.reported).endObject();
}

} // namespace

std::string textOf(const Kept &kept)
{
    constexpr double second = 1e6;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(kept.madeAt.time_since_epoch());
    wire::JsonWriter json;
    json.reserve(kept.body.size() + kept.body.size() / 8 + 512);
    json.beginObject().key("timestamp").number(static_cast<double>(micros.count()) / second);
    json.key("response").string(kept.body);
    for (const auto &[name, member] : texts)
        json.key(name).string(kept.*member);
    writeUsage(json.key("usage"), kept.usage);
    return json.key("cost_nanos").number(kept.cost.nanoDollars).endObject().take();
}

std::optional<Kept> keptFrom(std::string_view text)
{
    const auto object = wire::JsonObject::parse(std::string(text));
    if (!object)
        return std::nullopt;
    auto body = wire::jsonString(object->find("response"));
    const auto madeAt = wire::jsonNumber(object->find("timestamp"));
    if (!body || !madeAt || !object->has("usage"))
        return std::nullopt;
    Kept kept;
    kept.body = std::move(*body);
    const std::chrono::duration<double> since(*madeAt);
    kept.madeAt = Clock::Wall(std::chrono::duration_cast<Clock::Wall::duration>(since));
    for (const auto &[name, member] : texts)
        kept.*member = wire::jsonString(object->find(name)).value_or("");
    kept.usage = usageFrom(object->find("usage"));
    kept.cost = Money {integer(object->find("cost_nanos"))};
    return kept;
}

} // namespace gatehouse::cache
