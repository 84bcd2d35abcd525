// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/said_stream.h"

#include "ui/models/said_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = SaidPart::Kind;

} // namespace

void SaidStream::take(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end;
        const QStringView line = QStringView(text).mid(at, end - at);
        at = end + 1;
        if (line.startsWith("data:"_L1))
            takeEvent(QJsonDocument::fromJson(line.mid(5).trimmed().toUtf8()).object());
    }
}

QList<SaidMessage> SaidStream::messages() const
{
    return m_parts.isEmpty() ? QList<SaidMessage>() : QList<SaidMessage> {{u"assistant"_s, true, m_parts}};
}

void SaidStream::add(const SaidPart &part)
{
    const bool goesOn = !m_parts.isEmpty() && m_parts.last().kind == part.kind && part.name.isEmpty() && part.bytes == 0;
    if (goesOn)
        m_parts.last().text += part.text;
    else if (!part.text.isEmpty() || !part.name.isEmpty() || part.bytes > 0)
        m_parts.append(part);
}

void SaidStream::takeEvent(const QJsonObject &event)
{
    const QString type = event.value("type"_L1).toString();
    if (event.contains("choices"_L1))
        takeOpenAi(event.value("choices"_L1).toArray().first().toObject());
    else if (event.contains("candidates"_L1))
        takeGoogle(event);
    else if (type.startsWith("response."_L1))
        takeResponses(event);
    else if (type.startsWith("content_block"_L1))
        takeAnthropic(event);
}

void SaidStream::takeOpenAi(const QJsonObject &choice)
{
    const QJsonObject delta = choice.value("delta"_L1).toObject();
    for (const SaidPart &thought : reasoningIn(delta))
        add({Kind::Reasoning, {}, thought.text});
    add({Kind::Text, {}, delta.value("content"_L1).toString(choice.value("text"_L1).toString())});
    for (const SaidPart &call : toolCallsIn(delta))
        add(call);
}

void SaidStream::takeAnthropic(const QJsonObject &event)
{
    const QJsonObject block = event.value("content_block"_L1).toObject();
    if (block.value("type"_L1).toString() == "tool_use"_L1)
        return add({Kind::ToolCall, block.value("name"_L1).toString()});
    const QJsonObject delta = event.value("delta"_L1).toObject();
    add({Kind::Reasoning, {}, delta.value("thinking"_L1).toString()});
    add({Kind::Text, {}, delta.value("text"_L1).toString()});
    if (delta.contains("partial_json"_L1))
        add({Kind::ToolCall, {}, delta.value("partial_json"_L1).toString()});
}

void SaidStream::takeResponses(const QJsonObject &event)
{
    const QString type = event.value("type"_L1).toString();
    const QString delta = event.value("delta"_L1).toString();
    const QJsonObject item = event.value("item"_L1).toObject();
    if (type == "response.output_item.added"_L1 && item.value("type"_L1).toString() == "function_call"_L1)
        add({Kind::ToolCall, item.value("name"_L1).toString()});
    else if (type == "response.output_text.delta"_L1)
        add({Kind::Text, {}, delta});
    else if (type == "response.function_call_arguments.delta"_L1)
        add({Kind::ToolCall, {}, delta});
    else if (type.startsWith("response.reasoning"_L1) && type.endsWith(".delta"_L1))
        add({Kind::Reasoning, {}, delta});
}

void SaidStream::takeGoogle(const QJsonObject &event)
{
    const QJsonObject candidate = event.value("candidates"_L1).toArray().first().toObject();
    const QList<SaidPart> parts = partsFrom(candidate.value("content"_L1).toObject().value("parts"_L1));
    for (const SaidPart &part : parts)
        add(part);
}

} // namespace gatehouse::ui
