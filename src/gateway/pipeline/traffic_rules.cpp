// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/traffic_rules.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using observe::traffic::Keep;

Keep keepFrom(const std::string &word)
{
    if (word == "all")
        return Keep::All;
    return word == "errors" ? Keep::Errors : Keep::Off;
}

// What is no number, or no sensible one, leaves the default.
std::size_t sizeOf(const config::Config &config, const char *path, std::size_t unit)
{
    constexpr std::int64_t most = std::int64_t(1) << 20;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(config.get(path).asInt(), 0, most)) * unit;
}

} // namespace

observe::traffic::Settings trafficRules(const config::Config &config)
{
    constexpr std::size_t kibibyte = 1024, mebibyte = 1024 * 1024;
    observe::traffic::Settings settings;
    settings.onDisk = keepFrom(config.get("general_settings.capture").asString());
    settings.wireBytes = sizeOf(config, "general_settings.capture_body_kb", kibibyte);
    settings.memoryBytes = sizeOf(config, "general_settings.capture_memory_mb", mebibyte);
    settings.diskBytes = sizeOf(config, "general_settings.capture_disk_mb", mebibyte);
    settings.messages = config.get("general_settings.capture_messages").asBool()
        && !config.get("litellm_settings.turn_off_message_logging").asBool();
    return settings;
}

} // namespace gatehouse::pipeline
