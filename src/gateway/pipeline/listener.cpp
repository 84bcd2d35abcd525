// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/listener.h"

#include "gateway/pipeline/redact.h"
#include "gateway/wire/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t longestAnswer = 1024 * 1024;

std::string messagesOf(const wire::Call &call)
{
    for (const std::string_view name : {"messages", "input", "contents", "prompt", "query"}) {
        if (const std::string_view raw = call.body.find(name); !raw.empty())
            return std::string(raw);
    }
    return "{}";
}

QString textOf(const QJsonValue &delta)
{
    QString text;
    if (delta.isString())
        return delta.toString();
    const QJsonArray parts = delta.toArray();
    for (const auto &part : parts)
        text += part[QLatin1String("text")].toString();
    return text;
}

// What one event of any dialect adds to the text.
QString textIn(const QJsonObject &event)
{
    const QJsonValue choice = event[QLatin1String("choices")][0]; // OpenAI's
    const QJsonValue delta = event[QLatin1String("delta")];       // Anthropic's, or Responses'
    const QJsonValue parts = event[QLatin1String("candidates")][0][QLatin1String("content")][QLatin1String("parts")];
    if (event[QLatin1String("type")].toString() == QLatin1String("response.output_text.delta"))
        return delta.toString();
    return textOf(choice[QLatin1String("delta")][QLatin1String("content")]) + choice[QLatin1String("text")].toString()
        + delta[QLatin1String("text")].toString() + textOf(parts);
}

// A stream as the answer it adds up to: its text, and nothing of its tools.
std::string joined(std::string_view events)
{
    QString text;
    for (std::size_t at = events.find("data:"); at != std::string_view::npos;) {
        const std::size_t end = std::min(events.find('\n', at), events.size());
        const std::string_view data = events.substr(at + 5, end - at - 5);
        text += textIn(QJsonDocument::fromJson(QByteArray(data.data(), static_cast<qsizetype>(data.size()))).object());
        at = events.find("data:", end);
    }
    wire::JsonWriter json;
    json.beginObject().key("choices").beginArray().beginObject().key("message").beginObject().key("role").string("assistant");
    json.key("content").string(text.toStdString()).endObject().endObject().endArray();
    return json.endObject().take();
}

std::string answerOf(const std::string &bytes)
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return "{}";
    if (bytes[first] == '{' || bytes[first] == '[')
        return keepable(bytes);
    return keepable(joined(bytes));
}

} // namespace

std::string answerId(std::string_view bytes)
{
    constexpr std::size_t near = 2048, longest = 200;
    bytes = bytes.substr(0, near);
    constexpr std::string_view name = "\"id\":";
    std::size_t at = bytes.find(name);
    if (at == std::string_view::npos)
        return {};
    at = bytes.find_first_not_of(' ', at + name.size());
    if (at == std::string_view::npos || bytes[at] != '"')
        return {};
    const std::size_t end = bytes.find_first_of("\"\\", at + 1);
    if (end == std::string_view::npos || bytes[end] != '"' || end - at - 1 > longest)
        return {};
    return std::string(bytes.substr(at + 1, end - at - 1));
}

Listener::Listener(const wire::Call &call, bool isPrivate)
    : m_messages(isPrivate ? std::string() : messagesOf(call))
    , m_isPrivate(isPrivate)
{
}

void Listener::hear(std::string_view bytes)
{
    if (!m_isPrivate)
        m_answer.append(bytes.substr(0, longestAnswer - std::min(longestAnswer, m_answer.size())));
}

std::shared_ptr<const Said> Listener::said() const
{
    if (m_isPrivate)
        return std::make_shared<const Said>(
            Said {R"([{"role":"user","content":"redacted-by-litellm"}])", R"({"text":"redacted-by-litellm"})"});
    return std::make_shared<const Said>(Said {keepable(m_messages), answerOf(m_answer)});
}

} // namespace gatehouse::pipeline
