// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_tool_names.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <cstdint>

namespace gatehouse::translate {

namespace {

constexpr std::size_t longest = 64;

bool isTakenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Tells names apart that begin alike; who wants two that collide only confuses his own tools.
std::string fingerprint(std::string_view text)
{
    std::uint32_t value = 2166136261; // FNV-1a
    for (const char c : text)
        value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    static constexpr char digits[] = "0123456789abcdef";
    std::string result;
    for (int shift = 28; shift >= 0; shift -= 4)
        result += digits[(value >> static_cast<unsigned>(shift)) & 15U];
    return result;
}

std::string plain(std::string_view text)
{
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return !isTakenCharacter(c); }, '_');
    if (result.size() > longest) {
        const std::string tail = '_' + fingerprint(text);
        result.replace(longest - tail.size(), result.npos, tail);
    }
    return result.empty() ? "_" : result;
}

std::string distinct(std::string_view text)
{
    return plain(text).substr(0, longest - 9) + '_' + fingerprint(text);
}

} // namespace

BedrockToolNames::BedrockToolNames(const wire::JsonObject *request)
{
    if (!request)
        return;
    for (const std::string_view list : {"tools", "functions"}) {
        JsonItems tools(request->find(list));
        while (tools.next()) {
            const std::string_view function = member(tools.raw(), "function");
            if (const std::string name = textOf(member(isObject(function) ? function : tools.raw(), "name")); !name.empty())
                add(name);
            JsonItems declarations(member(tools.raw(), "functionDeclarations")); // Gemini's
            while (declarations.next())
                add(textOf(member(declarations.raw(), "name")));
        }
    }
}

// A name that needs no change keeps it, whoever came first: as a_b does beside a.b.
void BedrockToolNames::add(std::string_view given)
{
    if (m_sent.find(given) != m_sent.end())
        return;
    std::string sent = plain(given);
    const auto holder = m_given.find(sent);
    if (holder != m_given.end() && sent != given)
        sent = distinct(given);
    else if (holder != m_given.end())
        put(holder->second, distinct(holder->second));
    put(std::string(given), std::move(sent));
}

void BedrockToolNames::put(std::string given, std::string sent)
{
    m_sent[given] = sent;
    m_given[std::move(sent)] = std::move(given);
}

std::string BedrockToolNames::sent(std::string_view given) const
{
    const auto row = m_sent.find(given);
    return row == m_sent.end() ? plain(given) : row->second;
}

std::string_view BedrockToolNames::given(std::string_view sent) const
{
    const auto row = m_given.find(sent);
    return row == m_given.end() ? sent : std::string_view(row->second);
}

std::string bedrockCallId(std::string_view id)
{
    return plain(id);
}

} // namespace gatehouse::translate
