// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/python_text.h"

#include "gateway/translate/json_view.h"

namespace gatehouse::guardrails {

namespace {

// With the quotes that Python chooses.
std::string quoted(const std::string &text)
{
    const bool isDouble = text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
    const char quote = isDouble ? '"' : '\'';
    std::string result(1, quote);
    for (const char c : text) {
        switch (c) {
        case '\n': result += "\\n"; break;
        case '\r': result += "\\r"; break;
        case '\t': result += "\\t"; break;
        case '\\': result += "\\\\"; break;
        default:
            if (c == quote)
                result += '\\';
            result += c;
        }
    }
    return result + quote;
}

} // namespace

std::string pythonText(std::string_view json)
{
    if (translate::isString(json))
        return quoted(translate::textOf(json));
    if (translate::isObject(json)) {
        std::string text = "{";
        for (translate::JsonMembers members(json); members.next();) {
            text += text.size() > 1 ? ", " : "";
            text += quoted(translate::decodedName(members.name()).value_or(std::string())) + ": " + pythonText(members.raw());
        }
        return text + "}";
    }
    if (translate::isArray(json)) {
        std::string text = "[";
        for (translate::JsonItems items(json); items.next();)
            text += (text.size() > 1 ? ", " : "") + pythonText(items.raw());
        return text + "]";
    }
    return json == "null" ? "None" : json == "true" ? "True" : json == "false" ? "False" : std::string(json);
}

} // namespace gatehouse::guardrails
