// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/form_fields.h"

#include "gateway/core/dialect.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/members.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <algorithm>
#include <optional>

namespace gatehouse::translate {

namespace {

// \a text as one whole JSON value that is no string, else nothing. It may hold anything, also what would be a second member.
std::optional<std::string> typedValue(const std::string &text)
{
    const auto object = wire::JsonObject::parse("{\"v\":" + text + "}");
    if (!object || object->size() != 1 || isString(object->at(0).raw))
        return std::nullopt;
    return std::string(object->at(0).raw);
}

void writeScalar(wire::JsonWriter &json, const FormField &field)
{
    const bool isOurs = field.name == "stream" || isGatewayField(field.name, Dialect::OpenAiChat);
    const auto typed = isOurs ? typedValue(field.value) : std::nullopt;
    if (typed)
        json.raw(*typed);
    else
        json.string(field.value);
}

// As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm").
std::string escapedName(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        if (c == '"')
            result += "%22";
        else if (c == '\r')
            result += "%0D";
        else if (c == '\n')
            result += "%0A";
        else
            result += c;
    }
    return result;
}

/// Writes parts one after the other.
class PartWriter
{
public:
    explicit PartWriter(std::string_view boundary)
        : m_boundary(boundary)
    {
    }
    void scalar(std::string_view name, std::string_view raw)
    {
        m_text.append("--").append(m_boundary).append("\r\nContent-Disposition: form-data; name=\"");
        m_text.append(escapedName(name)).append("\"\r\n\r\n");
        m_text.append(isString(raw) ? textOf(raw) : std::string(raw)).append("\r\n");
    }
    void array(std::string_view name, std::string_view raw)
    {
        const std::string each = std::string(name) + (name.ends_with("[]") ? "" : "[]");
        for (JsonItems items(raw); items.next();)
            scalar(each, items.raw());
    }
    std::string take() { return std::move(m_text); }

private:
    std::string_view m_boundary;
    std::string m_text;
};

} // namespace

Result<std::string> fieldsToJson(const std::vector<FormField> &fields)
{
    wire::JsonWriter json;
    json.beginObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto hasName = [&](const FormField &other) { return other.name == field->name; };
        if (!wire::isUtf8(field->name) || !wire::isUtf8(field->value))
            return Failure {Error {Fault::InvalidRequest, "A field of the form is not valid UTF-8."}};
        if (std::any_of(fields.begin(), field, hasName))
            continue;
        json.key(field->name);
        if (!field->name.ends_with("[]") && std::none_of(field + 1, fields.end(), hasName)) {
            writeScalar(json, *field);
            continue;
        }
        json.beginArray();
        for (auto each = field; each != fields.end(); ++each) {
            if (hasName(*each))
                json.string(each->value);
        }
        json.endArray();
    }
    return json.endObject().take();
}

std::string jsonToFields(std::string_view object, std::string_view boundary)
{
    PartWriter writer(boundary);
    const Members members(object);
    for (const auto &[name, raw] : members) {
        if (isArray(raw))
            writer.array(name, raw);
        else if (!wire::jsonIsNull(raw))
            writer.scalar(name, raw);
    }
    return writer.take();
}

} // namespace gatehouse::translate
