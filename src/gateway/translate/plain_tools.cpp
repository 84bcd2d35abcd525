// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/plain_tools.h"

#include "gateway/translate/json_walk.h"
#include "gateway/wire/json_object.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Keywords = std::initializer_list<std::string_view>;

bool isRefused(Keywords refused, std::string_view keyword)
{
    return std::find(refused.begin(), refused.end(), keyword) != refused.end();
}

// Below these the names are the author's own.
bool holdsNames(std::string_view keyword)
{
    return keyword == "properties" || keyword == "$defs" || keyword == "definitions" || keyword == "patternProperties";
}

// Below these everything is data.
bool holdsData(std::string_view keyword)
{
    return keyword == "enum" || keyword == "const" || keyword == "default" || keyword == "examples";
}

void copy(std::string &out, std::string_view raw, Keywords refused, bool namesAreData)
{
    const char kind = wire::jsonKind(raw);
    if (kind != 'o' && kind != 'a') {
        out += raw;
        return;
    }
    out += kind == 'o' ? '{' : '[';
    const std::size_t begin = out.size();
    for (JsonWalk walk(raw); walk.next();) {
        if (kind == 'o' && !namesAreData && isRefused(refused, walk.name()))
            continue;
        if (out.size() > begin)
            out += ',';
        if (kind == 'o')
            out.append("\"").append(walk.name()).append("\":");
        if (kind == 'o' && !namesAreData && holdsData(walk.name()))
            out += walk.raw();
        else
            copy(out, walk.raw(), refused, kind == 'o' && !namesAreData && holdsNames(walk.name()));
    }
    out += kind == 'o' ? '}' : ']';
}

} // namespace

std::string plainTools(std::string_view tools, std::initializer_list<std::string_view> refused)
{
    std::string result;
    result.reserve(tools.size());
    copy(result, tools, refused, false);
    return result;
}

} // namespace gatehouse::translate
