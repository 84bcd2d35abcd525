// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "captured.h"

#include "gateway/core/dialect.h"

#include <QMap>

/// Readers that know what a stream must look like, and complain of everything else: for each dialect that callers speak.
namespace strict_readers {

using gatehouse::Dialect;

struct Message {
    QString text, thoughts, tools, finish;
    QStringList complaints;
    QStringList ids; ///< every name that the answer was given
    int starts = 0, ends = 0;
    int input = -1, output = -1;

    void expect(bool holds, const QString &what)
    {
        if (!holds)
            complaints << what;
    }
    void name(const QJsonValue &id, const QJsonValue &model)
    {
        const QString both = id.toString() + QLatin1Char(' ') + model.toString();
        if (!ids.contains(both))
            ids << both;
    }
};

inline void readChunk(const QJsonObject &chunk, bool isChat, Message &into)
{
    into.name(chunk[QLatin1String("id")], chunk[QLatin1String("model")]);
    into.expect(chunk[QLatin1String("created")].toDouble() > 0, QStringLiteral("no time"));
    into.expect(into.ends == 0, QStringLiteral("a chunk behind [DONE]"));
    const QJsonObject usage = chunk[QLatin1String("usage")].toObject();
    if (!usage.isEmpty()) {
        into.input = usage[QLatin1String("prompt_tokens")].toInt();
        into.output = usage[QLatin1String("completion_tokens")].toInt();
    }
    for (const QJsonValue choice : chunk[QLatin1String("choices")].toArray()) {
        const QJsonValue delta = choice[QLatin1String("delta")];
        into.starts += delta[QLatin1String("role")].isString() ? 1 : 0;
        into.expect(into.finish.isEmpty() || delta.toObject().isEmpty(), QStringLiteral("content behind the finish reason"));
        into.text += isChat ? delta[QLatin1String("content")].toString() : choice[QLatin1String("text")].toString();
        into.thoughts += delta[QLatin1String("reasoning_content")].toString();
        for (const QJsonValue call : delta[QLatin1String("tool_calls")].toArray())
            into.tools += call[QLatin1String("function")][QLatin1String("name")].toString()
                + call[QLatin1String("function")][QLatin1String("arguments")].toString();
        into.finish += choice[QLatin1String("finish_reason")].toString();
    }
}

inline void readOpenAi(const QString &stream, bool isChat, Message &into)
{
    for (const auto &event : captured::events(stream)) {
        if (event.data == QLatin1String("[DONE]"))
            ++into.ends;
        else
            readChunk(captured::object(event.data.toStdString()), isChat, into);
    }
    into.starts += isChat ? 0 : 1;
}

inline void readAnthropic(const QString &stream, Message &into)
{
    int open = -1, next = 0;
    for (const auto &event : captured::events(stream)) {
        const QJsonObject data = captured::object(event.data.toStdString());
        const QString type = data[QLatin1String("type")].toString();
        const int index = data[QLatin1String("index")].toInt(-1);
        into.expect(type == event.name, QStringLiteral("the event's name is not its type"));
        into.expect(into.starts == 1 || type == QLatin1String("message_start"), type + QStringLiteral(" before message_start"));
        if (type == QLatin1String("message_start")) {
            ++into.starts;
            into.input = data[QLatin1String("message")][QLatin1String("usage")][QLatin1String("input_tokens")].toInt();
        } else if (type == QLatin1String("content_block_start")) {
            into.expect(open < 0 && index == next, QStringLiteral("a block begins out of turn"));
            open = index;
            ++next;
            into.tools += data[QLatin1String("content_block")][QLatin1String("name")].toString();
        } else if (type == QLatin1String("content_block_delta")) {
            into.expect(index == open, QStringLiteral("a delta of a block that is not open"));
            into.text += data[QLatin1String("delta")][QLatin1String("text")].toString();
            into.thoughts += data[QLatin1String("delta")][QLatin1String("thinking")].toString();
            into.tools += data[QLatin1String("delta")][QLatin1String("partial_json")].toString();
        } else if (type == QLatin1String("content_block_stop")) {
            into.expect(index == open, QStringLiteral("a block ends that is not open"));
            open = -1;
        } else if (type == QLatin1String("message_delta")) {
            into.expect(open < 0, QStringLiteral("the message ends in a block"));
            into.finish += data[QLatin1String("delta")][QLatin1String("stop_reason")].toString();
            into.input = data[QLatin1String("usage")][QLatin1String("input_tokens")].toInt(into.input);
            into.output = data[QLatin1String("usage")][QLatin1String("output_tokens")].toInt();
        } else if (type == QLatin1String("message_stop")) {
            ++into.ends;
        }
    }
}

inline void readGemini(const QString &stream, Message &into)
{
    into.starts = 1; // nothing says so
    for (const auto &event : captured::events(stream)) {
        const QJsonObject data = captured::object(event.data.toStdString());
        into.name(data[QLatin1String("responseId")], data[QLatin1String("modelVersion")]);
        const QJsonValue candidate = data[QLatin1String("candidates")][0];
        for (const QJsonValue part : candidate[QLatin1String("content")][QLatin1String("parts")].toArray()) {
            const bool isThought = part[QLatin1String("thought")].toBool();
            (isThought ? into.thoughts : into.text) += part[QLatin1String("text")].toString();
            into.tools += part[QLatin1String("functionCall")][QLatin1String("name")].toString();
        }
        into.finish += candidate[QLatin1String("finishReason")].toString();
        into.ends += candidate[QLatin1String("finishReason")].isString() ? 1 : 0;
        if (const QJsonObject usage = data[QLatin1String("usageMetadata")].toObject(); !usage.isEmpty()) {
            into.input = usage[QLatin1String("promptTokenCount")].toInt();
            into.output = usage[QLatin1String("candidatesTokenCount")].toInt();
        }
    }
}

/// An item of a response as its events built it.
struct Item {
    QString id, text;
    QStringList steps;
};

inline QString textOf(const QJsonValue &item)
{
    QString text;
    for (const QJsonValue part : item[QLatin1String("content")].toArray())
        text += part[QLatin1String("text")].toString();
    return text;
}

inline void readWhole(const QJsonObject &response, const QMap<int, Item> &items, Message &into)
{
    ++into.ends;
    into.finish += response[QLatin1String("status")].toString();
    into.input = response[QLatin1String("usage")][QLatin1String("input_tokens")].toInt();
    into.output = response[QLatin1String("usage")][QLatin1String("output_tokens")].toInt();
    const QJsonArray output = response[QLatin1String("output")].toArray();
    into.expect(output.size() == items.size(), QStringLiteral("the items are not those of the events"));
    QString whole;
    for (int i = 0; i < output.size(); ++i) {
        into.expect(output[i][QLatin1String("id")].toString() == items[i].id, QStringLiteral("another item"));
        whole += textOf(output[i]);
    }
    into.expect(whole == into.text, QStringLiteral("the whole is not its parts: ") + whole);
}

inline void readItemEvent(const QString &type, const QJsonObject &data, QMap<int, Item> &items, Message &into)
{
    Item &item = items[data[QLatin1String("output_index")].toInt()];
    const QJsonValue said = data[QLatin1String("item")];
    const QString id = said.isObject() ? said[QLatin1String("id")].toString() : data[QLatin1String("item_id")].toString();
    if (type == QLatin1String("output_item.added"))
        item.id = id;
    into.expect(!id.isEmpty() && item.id == id, type + QStringLiteral(" of an item that is not there"));
    if (item.steps.isEmpty() || item.steps.last() != type)
        item.steps << type;
    if (type == QLatin1String("output_text.delta")) {
        item.text += data[QLatin1String("delta")].toString();
        into.text += data[QLatin1String("delta")].toString();
    } else if (type == QLatin1String("output_text.done")) {
        into.expect(item.text == data[QLatin1String("text")].toString(), QStringLiteral("the text is not its deltas"));
    } else if (type == QLatin1String("output_item.done") && said[QLatin1String("type")] == QLatin1String("message")) {
        into.expect(item.text == textOf(said), QStringLiteral("the item is not its deltas"));
    } else if (type == QLatin1String("output_item.done")) {
        into.tools += said[QLatin1String("name")].toString() + said[QLatin1String("arguments")].toString();
    }
}

inline void readResponses(const QString &stream, Message &into)
{
    QMap<int, Item> items;
    int sequence = 0;
    for (const auto &event : captured::events(stream)) {
        if (event.data == QLatin1String("[DONE]"))
            continue;
        const QJsonObject data = captured::object(event.data.toStdString());
        const QString type = data[QLatin1String("type")].toString().mid(9);
        into.expect(data[QLatin1String("sequence_number")].toInt(-1) == sequence++, QStringLiteral("the events are misnumbered"));
        const QJsonObject response = data[QLatin1String("response")].toObject();
        if (!response.isEmpty())
            into.name(response[QLatin1String("id")], response[QLatin1String("model")]);
        if (type == QLatin1String("created"))
            ++into.starts;
        else if (type == QLatin1String("completed") || type == QLatin1String("incomplete"))
            readWhole(response, items, into);
        else if (type != QLatin1String("in_progress"))
            readItemEvent(type, data, items, into);
    }
    const QString steps = QStringLiteral(
        "output_item.added content_part.added output_text.delta output_text.done content_part.done output_item.done");
    for (const Item &item : items) {
        const QString taken = item.steps.join(QLatin1Char(' '));
        if (taken.contains(QLatin1String("output_text.delta")))
            into.expect(taken == steps, QStringLiteral("an item took other steps: ") + taken);
    }
}

/// What a caller ends up with.
inline Message read(Dialect dialect, const std::string &stream)
{
    Message message;
    const QString text = captured::text(stream);
    switch (dialect) {
    case Dialect::AnthropicMessages: readAnthropic(text, message); break;
    case Dialect::OpenAiResponses: readResponses(text, message); break;
    case Dialect::GeminiGenerate: readGemini(text, message); break;
    default: readOpenAi(text, dialect == Dialect::OpenAiChat, message); break;
    }
    return message;
}

} // namespace strict_readers
