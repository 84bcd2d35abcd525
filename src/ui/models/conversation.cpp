// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/conversation.h"

#include "ui/models/said_parts.h"
#include "ui/models/said_stream.h"
#include "ui/models/traffic_record.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostMessages = 2000;

SaidMessage messageFrom(const QJsonObject &object)
{
    SaidMessage message;
    // Items of the Responses API that are no messages have a type instead of a role.
    const QString type = object.value("type"_L1).toString();
    message.role = object.value("role"_L1).toString(type.contains("output"_L1) ? u"tool"_s : u"assistant"_s);
    if (!object.contains("role"_L1) && !type.isEmpty() && !object.contains("content"_L1)) {
        message.parts = partsFrom(QJsonArray {object});
        return message;
    }
    message.parts = reasoningIn(object);
    const QList<SaidPart> content =
        partsFrom(object.contains("parts"_L1) ? object.value("parts"_L1) : object.value("content"_L1));
    if (message.role == "tool"_L1 || message.role == "function"_L1) {
        for (SaidPart part : content) {
            part.kind = part.kind == SaidPart::Kind::Text ? SaidPart::Kind::ToolResult : part.kind;
            part.name = object.value("tool_call_id"_L1).toString(object.value("name"_L1).toString());
            message.parts.append(part);
        }
    } else {
        message.parts += content;
    }
    message.parts += toolCallsIn(object);
    return message;
}

void append(QList<SaidMessage> &all, const QString &role, const QJsonValue &content)
{
    const QList<SaidPart> parts = partsFrom(content);
    if (!parts.isEmpty())
        all.append({role, false, parts});
}

QList<SaidMessage> asked(const QJsonObject &body)
{
    QList<SaidMessage> all;
    append(all, u"system"_s, body.value("system"_L1));                                         // Anthropic
    append(all, u"system"_s, body.value("instructions"_L1));                                   // Responses
    append(all, u"system"_s, body.value("systemInstruction"_L1).toObject().value("parts"_L1)); // Google
    for (const QLatin1StringView name : {"messages"_L1, "input"_L1, "contents"_L1}) {
        const QJsonValue value = body.value(name);
        const QJsonArray list = value.toArray();
        for (const auto &each : list) {
            if (each.isString())
                append(all, u"user"_s, each);
            else if (all.size() < mostMessages)
                all.append(messageFrom(each.toObject()));
        }
        append(all, u"user"_s, value.isString() ? value : QJsonValue());
    }
    const QJsonValue prompt = body.value("prompt"_L1);
    append(all, u"user"_s, prompt.isString() ? prompt : QJsonValue());
    return all;
}

QList<SaidMessage> told(const QJsonObject &body)
{
    QList<SaidMessage> all;
    const QJsonArray choices = body.value("choices"_L1).toArray();
    for (const auto &choice : choices) {
        const QJsonObject object = choice.toObject();
        if (object.contains("message"_L1))
            all.append(messageFrom(object.value("message"_L1).toObject()));
        else
            append(all, u"assistant"_s, object.value("text"_L1));
    }
    const QJsonArray candidates = body.value("candidates"_L1).toArray();
    for (const auto &candidate : candidates)
        all.append(messageFrom(candidate.toObject().value("content"_L1).toObject()));
    const QJsonArray output = body.value("output"_L1).toArray();
    for (const auto &item : output)
        all.append(messageFrom(item.toObject()));
    if (body.value("content"_L1).isArray())
        append(all, u"assistant"_s, body.value("content"_L1));
    return all;
}

QList<SaidMessage> answerIn(const QString &body)
{
    const QJsonDocument whole = QJsonDocument::fromJson(body.toUtf8());
    if (whole.isObject())
        return told(whole.object());
    SaidStream stream;
    stream.take(body);
    return stream.messages();
}

} // namespace

QList<SaidMessage> conversationOf(const TrafficRecord &record)
{
    QList<SaidMessage> all = asked(QJsonDocument::fromJson(record.clientRequest.body.toUtf8()).object());
    QList<SaidMessage> answer = answerIn(record.clientResponse.body);
    for (SaidMessage &message : answer) {
        message.isAnswer = true;
        message.role = message.role == "model"_L1 ? u"assistant"_s : message.role;
    }
    all += answer;
    all.removeIf([](const SaidMessage &message) { return message.parts.isEmpty(); });
    return all;
}

} // namespace gatehouse::ui
