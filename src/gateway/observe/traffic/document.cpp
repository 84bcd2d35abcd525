// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What is packed begins with a table in text: the size of the JSON and how many bodies there are, then a line for each of them.
#include "gateway/observe/traffic/document.h"

#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <QByteArray>

#include <charconv>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::size_t mostBodies = 4096;

std::string_view withoutHalfCharacter(std::string_view text)
{
    std::size_t end = text.size();
    for (int back = 0; back < 4 && end > 0; ++back) {
        const auto c = static_cast<unsigned char>(text[end - 1]);
        --end;
        if (c >= 0xc0)
            return text.substr(0, end);
        if (c < 0x80)
            break;
    }
    return text;
}

void appendBody(std::string &json, const Document::Body &body)
{
    const bool isText = wire::isUtf8(body.bytes);
    const std::string_view text = body.isCut && !isText ? withoutHalfCharacter(body.bytes) : body.bytes;
    if (isText || wire::isUtf8(text)) {
        wire::appendJsonString(json += ",\"body\":", text);
        return;
    }
    const auto bytes = QByteArray::fromRawData(body.bytes.data(), static_cast<qsizetype>(body.bytes.size()));
    json += ",\"body\":null,\"body_base64\":\"" + bytes.toBase64().toStdString() + "\"";
}

/// Takes what was packed apart.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }
    std::optional<std::size_t> number(char end)
    {
        std::size_t value = 0;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        const auto size = static_cast<std::size_t>(read.ptr - m_rest.data());
        if (read.ec != std::errc() || size >= m_rest.size() || m_rest[size] != end)
            return std::nullopt;
        m_rest.remove_prefix(size + 1);
        return value;
    }
    std::optional<std::string_view> bytes(std::size_t count)
    {
        if (count > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }

private:
    std::string_view m_rest;
};

} // namespace

std::string jsonOf(const Document &document)
{
    std::size_t size = document.json.size();
    for (const Document::Body &body : document.bodies)
        size += body.bytes.size() + body.bytes.size() / 8 + 32;
    std::string json;
    json.reserve(size);
    std::size_t from = 0;
    for (const Document::Body &body : document.bodies) {
        json.append(document.json, from, body.at - from);
        appendBody(json, body);
        from = body.at;
    }
    return json.append(document.json, from);
}

std::vector<std::string_view> packed(const Document &document, std::string &table)
{
    std::vector<std::string_view> parts;
    parts.reserve(document.bodies.size() + 2);
    table = std::to_string(document.json.size()) + " " + std::to_string(document.bodies.size()) + "\n";
    for (const Document::Body &body : document.bodies)
        table += std::to_string(body.at) + " " + std::to_string(body.bytes.size()) + (body.isCut ? " 1\n" : " 0\n");
    parts.push_back(table);
    parts.push_back(document.json);
    for (const Document::Body &body : document.bodies)
        parts.push_back(body.bytes);
    return parts;
}

std::optional<Document> unpacked(std::string_view bytes)
{
    Reader reader(bytes);
    const auto jsonSize = reader.number(' '), count = reader.number('\n');
    if (!jsonSize || !count || *count > mostBodies)
        return std::nullopt;
    Document document;
    std::vector<std::size_t> sizes;
    std::size_t least = 0;
    for (std::size_t body = 0; body < *count; ++body) {
        const auto at = reader.number(' '), size = reader.number(' '), isCut = reader.number('\n');
        if (!at || !size || !isCut || *at < least || *at > *jsonSize)
            return std::nullopt;
        least = *at;
        document.bodies.push_back({*at, {}, *isCut != 0});
        sizes.push_back(*size);
    }
    const auto json = reader.bytes(*jsonSize);
    if (!json)
        return std::nullopt;
    document.json = *json;
    for (std::size_t body = 0; body < sizes.size(); ++body) {
        const auto taken = reader.bytes(sizes[body]);
        if (!taken)
            return std::nullopt;
        document.bodies[body].bytes = *taken;
    }
    return document;
}

} // namespace gatehouse::observe::traffic
