// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/said_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = SaidPart::Kind;
constexpr qsizetype longestOther = 2000;
constexpr int deepest = 4; ///< contents within contents

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isObject() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)) : QString();
}

SaidPart other(const QJsonObject &part)
{
    return {Kind::Other, part.value("type"_L1).toString(), asText(part).left(longestOther)};
}

/// Base64 is a third longer than what it stands for.
qint64 decoded(qsizetype characters)
{
    return qint64(characters) * 3 / 4;
}

/// "data:image/png;base64,…" or an address, which is never asked.
SaidPart fileAt(const QString &address, const QString &kind)
{
    if (!address.startsWith("data:"_L1))
        return {Kind::File, kind + u": "_s + address.left(300)};
    const qsizetype comma = address.indexOf(u',');
    const qsizetype end = std::min(address.indexOf(u';'), comma);
    return {Kind::File, address.mid(5, std::max<qsizetype>(0, end - 5)).left(100), {}, decoded(address.size() - comma - 1)};
}

SaidPart fileFrom(const QJsonObject &part)
{
    const QString type = part.value("type"_L1).toString(u"file"_s);
    for (const QLatin1StringView name : {"image_url"_L1, "file_url"_L1}) {
        const QJsonValue at = part.value(name);
        if (at.isString() || at.isObject())
            return fileAt(at.isObject() ? at.toObject().value("url"_L1).toString() : at.toString(), type);
    }
    for (const QLatin1StringView name : {"source"_L1, "inlineData"_L1, "inline_data"_L1, "input_audio"_L1, "file"_L1}) {
        const QJsonObject holder = part.value(name).toObject();
        if (holder.isEmpty())
            continue;
        const QString media = holder.value("media_type"_L1).toString(holder.value("mimeType"_L1).toString(type));
        const QString data = holder.value("data"_L1).toString(holder.value("file_data"_L1).toString());
        return data.isEmpty() ? fileAt(holder.value("url"_L1).toString(), media)
                              : SaidPart {Kind::File, media, {}, decoded(data.size())};
    }
    return {Kind::File, type};
}

SaidPart callFrom(const QJsonObject &call)
{
    const QJsonObject function = call.contains("function"_L1) ? call.value("function"_L1).toObject() : call;
    QJsonValue input = function.value("arguments"_L1);
    for (const QLatin1StringView name : {"input"_L1, "args"_L1}) {
        if (input.isUndefined())
            input = function.value(name);
    }
    return {Kind::ToolCall, function.value("name"_L1).toString(), asText(input)};
}

QString textOf(const QList<SaidPart> &parts)
{
    QStringList texts;
    for (const SaidPart &part : parts)
        texts.append(part.kind == Kind::File ? u"["_s + part.name + u']' : part.text);
    return texts.join(u'\n');
}

QList<SaidPart> partsWithin(const QJsonValue &content, int depth);

SaidPart resultFrom(const QJsonObject &part, int depth)
{
    QJsonValue said = part.value("content"_L1);
    for (const QLatin1StringView name : {"output"_L1, "response"_L1}) {
        if (said.isUndefined())
            said = part.value(name);
    }
    const QString id = part.value("tool_use_id"_L1).toString(part.value("call_id"_L1).toString(part.value("name"_L1).toString()));
    return {Kind::ToolResult, id, said.isObject() ? asText(said) : textOf(partsWithin(said, depth + 1))};
}

SaidPart thoughtFrom(const QJsonObject &part, int depth)
{
    if (part.contains("thinking"_L1))
        return {Kind::Reasoning, {}, part.value("thinking"_L1).toString()};
    return {Kind::Reasoning, {},
        part.contains("summary"_L1) ? textOf(partsWithin(part.value("summary"_L1), depth + 1))
                                    : part.value("text"_L1).toString()};
}

using Reader = SaidPart (*)(const QJsonObject &part, int depth);

struct TypeName {
    QLatin1StringView word; ///< the type begins with it
    Reader read;
};

SaidPart plain(const QJsonObject &part, int)
{
    return {part.value("thought"_L1).toBool() ? Kind::Reasoning : Kind::Text, {}, part.value("text"_L1).toString()};
}

SaidPart refusal(const QJsonObject &part, int)
{
    return {Kind::Text, {}, part.value("refusal"_L1).toString()};
}

SaidPart file(const QJsonObject &part, int)
{
    return fileFrom(part);
}

SaidPart call(const QJsonObject &part, int)
{
    return callFrom(part);
}

constexpr std::array typeNames = {TypeName {"text"_L1, plain}, TypeName {"input_text"_L1, plain},
    TypeName {"output_text"_L1, plain}, TypeName {"summary_text"_L1, plain}, TypeName {"refusal"_L1, refusal},
    TypeName {"thinking"_L1, thoughtFrom}, TypeName {"reasoning"_L1, thoughtFrom}, TypeName {"tool_use"_L1, call},
    TypeName {"function_call_output"_L1, resultFrom}, TypeName {"function_call"_L1, call},
    TypeName {"tool_result"_L1, resultFrom}, TypeName {"image"_L1, file}, TypeName {"input_image"_L1, file},
    TypeName {"input_audio"_L1, file}, TypeName {"input_file"_L1, file}, TypeName {"document"_L1, file},
    TypeName {"file"_L1, file}};

SaidPart partFrom(const QJsonObject &part, int depth)
{
    const QString type = part.value("type"_L1).toString();
    for (const TypeName &known : typeNames) {
        if (!type.isEmpty() && type.startsWith(known.word))
            return known.read(part, depth);
    }
    if (part.contains("text"_L1))
        return plain(part, depth);
    if (part.contains("functionCall"_L1))
        return callFrom(part.value("functionCall"_L1).toObject());
    if (part.contains("functionResponse"_L1))
        return resultFrom(part.value("functionResponse"_L1).toObject(), depth);
    if (part.contains("inlineData"_L1) || part.contains("inline_data"_L1))
        return fileFrom(part);
    return other(part);
}

QList<SaidPart> partsWithin(const QJsonValue &content, int depth)
{
    QList<SaidPart> parts;
    if (content.isString() && !content.toString().isEmpty())
        parts.append({Kind::Text, {}, content.toString()});
    if (content.isObject())
        parts.append(partFrom(content.toObject(), depth));
    if (depth > deepest)
        return parts;
    const QJsonArray list = content.toArray();
    for (const auto &each : list) {
        if (each.isString())
            parts.append({Kind::Text, {}, each.toString()});
        else if (each.isObject())
            parts.append(partFrom(each.toObject(), depth));
    }
    return parts;
}

} // namespace

QList<SaidPart> partsFrom(const QJsonValue &content)
{
    return partsWithin(content, 0);
}

QList<SaidPart> toolCallsIn(const QJsonObject &message)
{
    QList<SaidPart> calls;
    const QJsonArray list = message.value("tool_calls"_L1).toArray();
    for (const auto &each : list)
        calls.append(callFrom(each.toObject()));
    if (message.contains("function_call"_L1))
        calls.append(callFrom(message.value("function_call"_L1).toObject()));
    return calls;
}

QList<SaidPart> reasoningIn(const QJsonObject &message)
{
    for (const QLatin1StringView name : {"reasoning_content"_L1, "reasoning"_L1}) {
        if (const QString text = message.value(name).toString(); !text.isEmpty())
            return {{Kind::Reasoning, {}, text}};
    }
    return {};
}

} // namespace gatehouse::ui
