// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/stand_in.h"

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::guardrails {

namespace {

bool isJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[')
        && wire::JsonObject::parse("{\"it\":" + std::string(text) + "}");
}

std::string insideJson(const std::string &original)
{
    std::string quoted;
    wire::appendJsonString(quoted, original);
    return quoted.substr(1, quoted.size() - 2);
}

} // namespace

std::string withOriginals(std::string_view text, const std::vector<StandIn> &standIns)
{
    const bool isInJson = isJson(text);
    std::string result;
    while (!text.empty()) {
        // The longest that begins here: one may be the beginning of another.
        const StandIn *found = nullptr;
        for (const StandIn &each : standIns) {
            if (!each.text.empty() && text.starts_with(each.text) && (!found || each.text.size() > found->text.size()))
                found = &each;
        }
        if (!found) {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        result += isInJson ? insideJson(found->original) : found->original;
        text.remove_prefix(found->text.size());
    }
    return result;
}

} // namespace gatehouse::guardrails
