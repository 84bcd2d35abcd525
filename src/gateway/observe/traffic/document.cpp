// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/document.h"

#include "gateway/observe/traffic/packed_fields.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <QByteArray>

namespace gatehouse::observe::traffic {

namespace {

using Part = Document::Part;

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

void appendBody(std::string &json, const Part &part)
{
    const bool isText = wire::isUtf8(part.bytes);
    const bool isCut = part.kind == Part::Kind::CutBody;
    const std::string_view text = isCut && !isText ? withoutHalfCharacter(part.bytes) : part.bytes;
    if (isText || wire::isUtf8(text)) {
        wire::appendJsonString(json += ",\"body\":", text);
        return;
    }
    const auto bytes = QByteArray::fromRawData(part.bytes.data(), static_cast<qsizetype>(part.bytes.size()));
    json += ",\"body\":null,\"body_base64\":\"" + bytes.toBase64().toStdString() + "\"";
}

// They may hold any bytes; what is no UTF-8 shows as replacement characters.
void appendFields(std::string &json, const Part &part)
{
    std::string room;
    PackedFields fields(part.bytes);
    json += ",\"headers\":[";
    for (auto field = fields.next(); field; field = fields.next()) {
        json += json.back() == '[' ? "[" : ",[";
        wire::appendJsonString(json, wire::asUtf8(field->name, room));
        wire::appendJsonString(json += ',', wire::asUtf8(field->value, room));
        json += ']';
    }
    json += ']';
}

} // namespace

std::string jsonOf(std::string_view row, const Document &document)
{
    std::size_t size = row.size() + document.json.size();
    for (const Part &part : document.parts)
        size += part.bytes.size() + part.bytes.size() / 8 + 32;
    std::string json;
    json.reserve(size);
    json.append(row.substr(0, row.size() - 1)) += ',';
    std::size_t from = 1; // behind the bracket
    for (const Part &part : document.parts) {
        json.append(document.json, from, part.at - from);
        (part.kind == Part::Kind::Fields ? appendFields : appendBody)(json, part);
        from = part.at;
    }
    return json.append(document.json, from);
}

} // namespace gatehouse::observe::traffic
