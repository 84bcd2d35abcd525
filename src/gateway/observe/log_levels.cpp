// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/log_levels.h"

#include "gateway/wire/headers.h"

#include <array>
#include <utility>
#include <vector>

namespace gatehouse::observe {

namespace {

struct Row {
    std::string_view name;
    Log::Level level;
};
constexpr std::array rows {
    Row {"error", Log::Level::Error},
    Row {"critical", Log::Level::Error},
    Row {"warning", Log::Level::Warning},
    Row {"warn", Log::Level::Warning},
    Row {"info", Log::Level::Info},
    Row {"debug", Log::Level::Debug},
};

/// A part of what setLevels() reads; without a category it is for all.
struct Part {
    std::optional<Log::Category> category;
    Log::Level level;
};

Result<Part> partFrom(std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string_view name = equals == std::string_view::npos ? std::string_view() : text.substr(0, equals);
    const auto level = levelFrom(name.empty() ? text : text.substr(equals + 1));
    const auto category = name.empty() ? std::nullopt : categoryFrom(name);
    if (!level)
        return Failure {Error {Fault::InvalidRequest, "there are the levels error, warning, info and debug"}};
    if (!name.empty() && !category)
        return Failure {Error {
            Fault::InvalidRequest, "there are the categories general, http, request, routing, store, sinks, config and people"}};
    return Part {category, *level};
}

} // namespace

std::optional<Log::Level> levelFrom(std::string_view text)
{
    for (const Row &row : rows) {
        if (wire::sameName(row.name, text))
            return row.level;
    }
    return std::nullopt;
}

std::optional<Log::Category> categoryFrom(std::string_view text)
{
    for (std::size_t i = 0; i < Log::categories; ++i) {
        const auto category = static_cast<Log::Category>(i);
        if (wire::sameName(toString(category), text))
            return category;
    }
    return std::nullopt;
}

Result<> setLevels(Log &log, std::string_view text)
{
    std::vector<Part> parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        auto part = partFrom(text.substr(0, comma));
        if (!part)
            return Failure {part.error()};
        parts.push_back(*part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    for (const Part &part : parts) {
        if (part.category)
            log.setLevel(*part.category, part.level);
        else
            log.setLevel(part.level);
    }
    return {};
}

} // namespace gatehouse::observe
