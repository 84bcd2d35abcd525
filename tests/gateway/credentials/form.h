// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/credentials/recipe.h"
#include "gateway/wire/request.h"

#include <map>
#include <string>

/// A form's fields, decoded.
inline std::map<std::string, std::string> fieldsOf(std::string_view body)
{
    std::map<std::string, std::string> fields;
    while (!body.empty()) {
        const std::string_view field = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(body.size(), field.size() + 1));
        const std::size_t equals = field.find('=');
        fields.emplace(field.substr(0, equals), gatehouse::wire::percentDecoded(field.substr(equals + 1), true));
    }
    return fields;
}

/// Reads \a body as an answer to the recipe's last question.
inline gatehouse::Result<std::optional<gatehouse::Grant>> answered(
    gatehouse::credentials::Recipe &recipe, std::string_view body, int status = 200, const gatehouse::wire::Headers &headers = {})
{
    using namespace std::chrono_literals;
    return recipe.read({status, headers, body}, gatehouse::Clock::Wall(1700000000s));
}

/// Whether an answer was refused for that fault and with these words.
inline bool failed(
    const gatehouse::Result<std::optional<gatehouse::Grant>> &read, gatehouse::Fault fault, std::string_view words = {})
{
    return !read && read.error().fault == fault && read.error().message.find(words) != std::string::npos;
}
