// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_controls.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse::pipeline {

namespace {

using std::chrono::milliseconds;
using wire::CacheControls;

std::optional<milliseconds> durationOf(std::string_view raw)
{
    constexpr double longest = 10.0 * 365 * 24 * 3600;
    const auto seconds = wire::jsonNumber(raw);
    if (!seconds || *seconds < 0)
        return std::nullopt;
    return milliseconds(std::llround(std::min(*seconds, longest) * 1000));
}

void take(std::optional<milliseconds> &place, std::string_view raw)
{
    if (const auto duration = durationOf(raw))
        place = duration;
}

void read(CacheControls &controls, const wire::JsonObject &said)
{
    const auto isSaid = [&said](std::string_view name, bool otherwise) {
        return wire::jsonBool(said.find(name)).value_or(otherwise);
    };
    controls.wantsIt = isSaid("use-cache", controls.wantsIt);
    controls.skipsReading = isSaid("no-cache", controls.skipsReading);
    controls.skipsWriting = isSaid("no-store", controls.skipsWriting);
    take(controls.ttl, said.find("ttl"));
    take(controls.maxAge, said.find("s-max-age")); // both spellings are in use
    take(controls.maxAge, said.find("s-maxage"));
    if (auto nameSpace = wire::jsonString(said.find("namespace")))
        controls.nameSpace = std::move(*nameSpace);
}

void read(CacheControls &controls, std::string_view raw)
{
    if (wire::jsonKind(raw) != 'o')
        return;
    if (const auto said = wire::JsonObject::parse(std::string(raw)))
        read(controls, *said);
}

// "no-cache, s-maxage=60": as LiteLLM understands it, how long the answer is kept.
void readHeader(CacheControls &controls, std::string_view value)
{
    constexpr std::string_view name = "s-maxage=";
    const std::string lower = wire::lowered(value);
    const std::size_t at = lower.find(name);
    if (at == std::string::npos)
        return;
    const std::string digits = lower.substr(at + name.size());
    take(controls.ttl, std::string_view(digits).substr(0, digits.find_first_not_of("0123456789")));
}

Result<> checkAllowed(std::string_view raw, const std::vector<std::string> &allowed)
{
    if (allowed.empty() || wire::jsonKind(raw) != 'o')
        return {};
    const auto said = wire::JsonObject::parse(std::string(raw));
    for (std::size_t i = 0; said && i < said->size(); ++i) {
        const std::string name(said->at(i).name);
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
            const std::string message =
                "Not allowed to set " + name + " as a cache control. Contact admin to change permissions.";
            return Failure {Error {Fault::Forbidden, message, 0, "None", "None", message}};
        }
    }
    return {};
}

} // namespace

Result<CacheControls> cacheControlsOf(const wire::JsonObject &body, const wire::Headers &headers, const people::Caller *caller)
{
    CacheControls controls;
    const std::string_view asked = body.find("cache");
    if (caller) {
        if (auto allowed = checkAllowed(asked, caller->cacheControls); !allowed)
            return Failure {std::move(allowed).error()};
        read(controls, caller->cacheHabits);
    }
    readHeader(controls, headers.value("cache-control"));
    take(controls.ttl, body.find("ttl"));
    read(controls, asked);
    if (!wire::jsonBool(body.find("caching")).value_or(true))
        controls.skipsReading = controls.skipsWriting = true;
    return controls;
}

} // namespace gatehouse::pipeline
