// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/restart.h"

#include "gateway/config/schema_tree.h"

#include <algorithm>
#include <array>

namespace gatehouse::config {

namespace {

/// What is read once: by the store, the workers' doors, their connections to providers, and the log.
constexpr std::array<std::string_view, 6> paths {"general_settings.database_url", "general_settings.journal_sync",
    "general_settings.max_request_size_mb", "litellm_settings.force_ipv4", "litellm_settings.json_logs",
    "litellm_settings.ssl_verify"};

Value at(Value value, std::string_view path)
{
    for (const std::string_view part : partsOf(path))
        value = value.find(part);
    return value;
}

} // namespace

bool needsRestart(std::string_view path)
{
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

std::vector<std::string> restartsFor(const Value &before, const Value &after)
{
    std::vector<std::string> changed;
    for (const std::string_view path : paths) {
        if (at(before, path).toJson() != at(after, path).toJson())
            changed.emplace_back(path);
    }
    return changed;
}

} // namespace gatehouse::config
