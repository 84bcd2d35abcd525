// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/chunk_shapes.h"

#include "gateway/translate/json_view.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

constexpr int mostLessons = 32;
constexpr std::array<std::string_view, 9> changing {
    "content", "arguments", "reasoning_content", "reasoning", "refusal", "obfuscation", "text", "thinking", "partial_json"};

std::size_t afterSpace(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

} // namespace

// Cuts \a text at the strings that change; each piece but the first begins with a closing quote, each but the last ends
// with an opening one.
std::vector<std::string> ChunkShapes::pieces(std::string_view text)
{
    std::vector<std::string> result;
    std::size_t begin = 0;
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos;) {
        const std::size_t end = closingQuote(text, quote);
        if (end == std::string_view::npos)
            return {};
        std::size_t next = afterSpace(text, end + 1);
        if (next < text.size() && text[next] == ':') {
            const std::string_view key = text.substr(quote + 1, end - quote - 1);
            next = afterSpace(text, next + 1);
            if (next < text.size() && text[next] == '"' && std::find(changing.begin(), changing.end(), key) != changing.end()) {
                const std::size_t close = closingQuote(text, next);
                if (close == std::string_view::npos)
                    return {};
                result.emplace_back(text.substr(begin, next + 1 - begin));
                begin = close;
                next = close + 1;
            }
        }
        quote = text.find('"', next);
    }
    result.emplace_back(text.substr(begin));
    return result;
}

void ChunkShapes::learn(std::string_view from, std::string_view to)
{
    if (m_lessons >= mostLessons)
        return;
    ++m_lessons;
    Shape shape {pieces(from), pieces(to)};
    if (shape.from.size() < 2 || shape.from.size() != shape.to.size() || shape.from.size() > mostHoles + 1)
        return;
    m_last = (m_last + 1) % m_shapes.size();
    m_shapes[m_last] = std::move(shape);
}

bool ChunkShapes::matches(const Shape &shape, std::string_view chunk, std::array<std::string_view, mostHoles> &holes)
{
    if (shape.from.empty() || !chunk.starts_with(shape.from.front()))
        return false;
    std::size_t at = shape.from.front().size();
    for (std::size_t i = 1; i < shape.from.size(); ++i) {
        const std::size_t end = closingQuote(chunk, at - 1);
        if (end == std::string_view::npos)
            return false;
        holes[i - 1] = chunk.substr(at, end - at);
        if (!chunk.substr(end).starts_with(shape.from[i]))
            return false;
        at = end + shape.from[i].size();
    }
    return at == chunk.size();
}

bool ChunkShapes::relay(std::string_view chunk, std::string &out)
{
    std::array<std::string_view, mostHoles> holes;
    for (std::size_t tried = 0; tried < m_shapes.size(); ++tried) {
        const std::size_t index = (m_last + tried) % m_shapes.size();
        const Shape &shape = m_shapes[index];
        if (!matches(shape, chunk, holes))
            continue;
        m_last = index;
        if (m_lessons > 0)
            --m_lessons;
        out += shape.to.front();
        for (std::size_t i = 1; i < shape.to.size(); ++i) {
            out += holes[i - 1];
            out += shape.to[i];
        }
        return true;
    }
    return false;
}

} // namespace gatehouse::translate
