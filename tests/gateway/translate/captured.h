// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <string>
#include <string_view>

/// Comparing answers with recorded ones: the rules of the captures' README (volatile ids and times, null as absent, a stream as
/// the message it adds up to), so that a difference is one that a client would notice.
namespace captured {

inline QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

inline QJsonObject object(std::string_view bytes)
{
    return QJsonDocument::fromJson(QByteArray(bytes.data(), qsizetype(bytes.size()))).object();
}

/// Where the recordings lie, beside the repository; absent on most machines.
inline QDir folder()
{
    return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/../shared/captures"));
}

inline QJsonObject load(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QString compact(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

struct Event {
    QString name, data;
};

inline QList<Event> events(const QString &stream)
{
    QList<Event> result;
    static const QRegularExpression blank(QStringLiteral("\r?\n\r?\n"));
    static const QRegularExpression newline(QStringLiteral("\r?\n"));
    for (const QString &block : stream.split(blank)) {
        Event event;
        QStringList data;
        for (const QString &line : block.split(newline)) {
            if (line.startsWith(QLatin1String("event:")))
                event.name = line.mid(6).trimmed();
            else if (line.startsWith(QLatin1String("data:")))
                data << line.mid(line.startsWith(QLatin1String("data: ")) ? 6 : 5);
        }
        if (data.isEmpty())
            continue;
        event.data = data.join(QLatin1Char('\n'));
        result << event;
    }
    return result;
}

// ---- a stream as the message that a client ends up with

class Reassembly
{
public:
    void take(const Event &event)
    {
        if (event.data == QLatin1String("[DONE]")) {
            m_out[QStringLiteral("done")] = true;
            return;
        }
        const QJsonDocument document = QJsonDocument::fromJson(event.data.toUtf8());
        if (!document.isObject()) {
            m_other.append(event.data);
            return;
        }
        const QJsonObject object = document.object();
        const QString type = object.value(QLatin1String("type")).toString();
        const QJsonValue error = object.value(QLatin1String("error"));
        if (error.isObject() || error.isString()) {
            m_out[QStringLiteral("error")] = error;
            m_names << (event.name.isEmpty() ? QStringLiteral("error") : event.name);
        } else if (type == QLatin1String("message_start") || type.startsWith(QLatin1String("content_block"))
            || type.startsWith(QLatin1String("message_")) || type == QLatin1String("ping")) {
            m_names << type;
            takeMessageEvent(type, object);
        } else if (object.contains(QLatin1String("choices"))) {
            takeChunk(object);
        } else {
            m_other.append(object);
        }
    }

    QJsonObject result()
    {
        QJsonObject choices;
        for (auto it = m_choices.begin(); it != m_choices.end(); ++it)
            choices[QString::number(it.key())] = finished(it.value());
        if (!choices.isEmpty())
            m_out[QStringLiteral("choices")] = choices;
        QJsonArray content;
        for (QJsonObject block : m_blocks) {
            const QString json = block.take(QStringLiteral("_json")).toString();
            const QJsonDocument input = QJsonDocument::fromJson(json.toUtf8());
            if (!json.isEmpty())
                block[QStringLiteral("input")] = input.isObject() ? QJsonValue(input.object()) : QJsonValue(json);
            content.append(block);
        }
        if (!content.isEmpty())
            m_out[QStringLiteral("content")] = content;
        if (!m_other.isEmpty())
            m_out[QStringLiteral("other")] = m_other;
        if (m_names.contains(QLatin1String("message_start")) || m_names.contains(QLatin1String("content_block_start")))
            m_out[QStringLiteral("order")] = order();
        return m_out;
    }

private:
    static void join(QJsonObject &object, const QString &key, const QString &piece)
    {
        object[key] = QString(object.value(key).toString() + piece);
    }

    void takeMessageEvent(const QString &type, const QJsonObject &object)
    {
        const int index = object.value(QLatin1String("index")).toInt();
        if (type == QLatin1String("message_start")) {
            m_out[QStringLiteral("message")] = object.value(QLatin1String("message"));
        } else if (type == QLatin1String("content_block_start")) {
            m_blocks[index] = object.value(QLatin1String("content_block")).toObject();
        } else if (type == QLatin1String("content_block_delta")) {
            QJsonObject &block = m_blocks[index];
            const QJsonObject delta = object.value(QLatin1String("delta")).toObject();
            for (const char *name : {"text", "thinking", "signature"}) {
                const QString key = QLatin1String(name);
                if (delta.contains(key))
                    join(block, key, delta.value(key).toString());
            }
            join(block, QStringLiteral("_json"), delta.value(QLatin1String("partial_json")).toString());
        } else if (type == QLatin1String("message_delta")) {
            m_out[QStringLiteral("stop")] = object.value(QLatin1String("delta"));
            m_out[QStringLiteral("end_usage")] = object.value(QLatin1String("usage"));
        }
    }

    void takeChunk(const QJsonObject &object)
    {
        for (const char *name : {"id", "object", "model", "system_fingerprint", "service_tier"}) {
            const QString key = QLatin1String(name);
            if (!object.value(key).isNull() && object.contains(key))
                m_out[key] = object.value(key);
        }
        if (object.value(QLatin1String("usage")).isObject())
            m_out[QStringLiteral("usage")] = object.value(QLatin1String("usage"));
        for (const QJsonValue &choice : object.value(QLatin1String("choices")).toArray())
            takeChoice(choice.toObject());
    }

    struct Choice {
        QJsonObject fields;
        QMap<int, QJsonObject> tools;
    };

    void takeChoice(const QJsonObject &object)
    {
        Choice &choice = m_choices[object.value(QLatin1String("index")).toInt()];
        const QString finish = object.value(QLatin1String("finish_reason")).toString();
        if (!finish.isEmpty())
            choice.fields[QStringLiteral("finish_reason")] = finish;
        const QJsonObject delta = object.value(QLatin1String("delta")).toObject();
        for (auto it = delta.begin(); it != delta.end(); ++it) {
            const QString key = it.key();
            if (key == QLatin1String("tool_calls")) {
                for (const QJsonValue &call : it.value().toArray())
                    takeCall(choice, call.toObject());
            } else if (it.value().isString() && key != QLatin1String("role")) {
                join(choice.fields, key, it.value().toString());
            } else if (it.value().isArray()) {
                QJsonArray list = choice.fields.value(key).toArray();
                for (const QJsonValue &item : it.value().toArray())
                    list.append(item);
                choice.fields[key] = list;
            } else if (!it.value().isNull()) {
                choice.fields[key] = it.value();
            }
        }
    }

    static void takeCall(Choice &choice, const QJsonObject &call)
    {
        QJsonObject &tool = choice.tools[call.value(QLatin1String("index")).toInt()];
        const QJsonObject function = call.value(QLatin1String("function")).toObject();
        if (const QString id = call.value(QLatin1String("id")).toString(); !id.isEmpty())
            tool[QStringLiteral("id")] = id;
        if (const QString name = function.value(QLatin1String("name")).toString(); !name.isEmpty())
            tool[QStringLiteral("name")] = name;
        join(tool, QStringLiteral("arguments"), function.value(QLatin1String("arguments")).toString());
    }

    static QJsonObject finished(const Choice &choice)
    {
        QJsonObject result = choice.fields;
        QJsonArray tools;
        for (const QJsonObject &tool : choice.tools)
            tools.append(tool);
        result[QStringLiteral("tool_calls")] = tools;
        QJsonArray signatures; // the text is in reasoning_content
        for (const QJsonValue &block : result.value(QLatin1String("thinking_blocks")).toArray()) {
            const QString signature = block.toObject().value(QLatin1String("signature")).toString();
            if (!signature.isEmpty())
                signatures.append(QJsonObject {{QStringLiteral("signature"), signature}});
        }
        if (result.contains(QLatin1String("thinking_blocks")))
            result[QStringLiteral("thinking_blocks")] = signatures;
        for (const QString &key : result.keys()) {
            const QJsonValue value = result.value(key);
            if (value == QJsonValue(QString()) || value == QJsonValue(QJsonObject()) || value == QJsonValue(QJsonArray()))
                result.remove(key);
        }
        return result;
    }

    QJsonArray order() const
    {
        QJsonArray result;
        for (const QString &name : m_names) {
            if (name != QLatin1String("ping") && (result.isEmpty() || result.last().toString() != name))
                result.append(name);
        }
        return result;
    }

    QJsonObject m_out;
    QStringList m_names;
    QMap<int, Choice> m_choices;
    QMap<int, QJsonObject> m_blocks;
    QJsonArray m_other;
};

inline QJsonObject reassembled(const QString &stream)
{
    Reassembly reassembly;
    for (const Event &event : events(stream))
        reassembly.take(event);
    return reassembly.result();
}

// ---- what may differ

inline const QString any = QStringLiteral("<any>");

class Mask
{
public:
    explicit Mask(const QJsonObject &capture)
    {
        const QString replies = compact(capture.value(QLatin1String("upstream_reply")));
        m_known = replies + compact(capture.value(QLatin1String("request")));
        static const QRegularExpression counted(QStringLiteral("usage|eval_count|TokenCount|billed_units"));
        m_estimated = !counted.match(replies).hasMatch();
    }

    QJsonValue masked(const QJsonValue &value, const QString &key = {}, bool usage = false) const
    {
        usage = usage || key == QLatin1String("usage") || key == QLatin1String("end_usage");
        if (value.isObject())
            return maskedObject(value.toObject(), key, usage);
        if (value.isArray()) {
            QJsonArray result;
            for (const QJsonValue &item : value.toArray())
                result.append(masked(item, key, usage));
            return result;
        }
        static const QSet<QString> times {QStringLiteral("created"), QStringLiteral("created_at")};
        if (times.contains(key) || (usage && m_estimated))
            return any;
        return value.isString() ? maskedString(value.toString(), key) : value;
    }

private:
    QJsonValue maskedObject(const QJsonObject &object, const QString &key, bool usage) const
    {
        static const QSet<QString> emptyIsSaid {
            QStringLiteral("properties"), QStringLiteral("input"), QStringLiteral("arguments"), QStringLiteral("args")};
        static const QSet<QString> lists {QStringLiteral("data"), QStringLiteral("content"), QStringLiteral("choices"),
            QStringLiteral("messages"), QStringLiteral("tools")};
        QJsonObject result;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString name = it.key();
            if (it.value().isNull() || (usage && !isCounted(name, it.value())))
                continue;
            if (key == QLatin1String("provider_specific_fields") && name == QLatin1String("thinking_blocks"))
                continue;
            if (key == QLatin1String("tool_calls") && name == QLatin1String("index")
                && object.contains(QLatin1String("function")))
                continue;
            const QJsonValue inner = masked(it.value(), name, usage);
            if ((inner.isObject() && inner.toObject().isEmpty() && !emptyIsSaid.contains(name))
                || (inner.isArray() && inner.toArray().isEmpty() && !lists.contains(name)))
                continue;
            result[name] = inner;
        }
        return result;
    }

    bool isCounted(const QString &key, const QJsonValue &value) const
    {
        static const QSet<QString> counts {QStringLiteral("prompt_tokens"), QStringLiteral("completion_tokens"),
            QStringLiteral("total_tokens"), QStringLiteral("input_tokens"), QStringLiteral("output_tokens")};
        static const QSet<QString> doubles {QStringLiteral("text_tokens"), QStringLiteral("image_tokens"),
            QStringLiteral("cache_write_tokens"), QStringLiteral("cache_creation_tokens"),
            QStringLiteral("cache_creation_token_details")};
        const bool guessed = key == QLatin1String("reasoning_tokens") && !m_known.contains(QLatin1String("reasoning_tokens"));
        const bool isZero = value.isDouble() && value.toDouble() == 0;
        return counts.contains(key) || !(isZero || doubles.contains(key) || guessed);
    }

    QJsonValue maskedString(const QString &text, const QString &key) const
    {
        static const QSet<QString> ids {QStringLiteral("id"), QStringLiteral("tool_call_id"), QStringLiteral("tool_use_id")};
        static const QRegularExpression uuid(QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
        if (ids.contains(key) && !m_known.contains(text))
            return any;
        if (key == QLatin1String("arguments")) {
            const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
            return json.isObject() ? QJsonValue(QJsonObject {{QStringLiteral("<json>"), json.object()}}) : QJsonValue(text);
        }
        return uuid.match(text).hasMatch() ? QJsonValue(any) : QJsonValue(text);
    }

    QString m_known;
    bool m_estimated = false;
};

inline void differences(const QJsonValue &want, const QJsonValue &got, const QString &at, QStringList &found)
{
    if (want == QJsonValue(any) || got == QJsonValue(any))
        return;
    if (want.isObject() && got.isObject()) {
        const QJsonObject wanted = want.toObject(), gotten = got.toObject();
        QStringList keys = wanted.keys() + gotten.keys();
        keys.removeDuplicates();
        for (const QString &key : keys) {
            const QString path = at + QLatin1Char('.') + key;
            if (!gotten.contains(key))
                found << path + QStringLiteral(": missing, expected ") + compact(wanted.value(key));
            else if (!wanted.contains(key))
                found << path + QStringLiteral(": not expected, got ") + compact(gotten.value(key));
            else
                differences(wanted.value(key), gotten.value(key), path, found);
        }
        return;
    }
    if (want.isArray() && got.isArray()) {
        const QJsonArray wanted = want.toArray(), gotten = got.toArray();
        if (wanted.size() != gotten.size())
            found << at + QStringLiteral(": %1 items, expected %2").arg(gotten.size()).arg(wanted.size());
        for (qsizetype i = 0; i < std::min(wanted.size(), gotten.size()); ++i)
            differences(wanted.at(i), gotten.at(i), at + QStringLiteral("[%1]").arg(i), found);
        return;
    }
    if (want != got)
        found << at + QStringLiteral(": got ") + compact(got) + QStringLiteral(", expected ") + compact(want);
}

/// Of an error only type, param and code must be equal; null, "None" and absent are the same.
inline QJsonObject errorView(const QJsonObject &error)
{
    QJsonObject result;
    for (const char *name : {"type", "param", "code"}) {
        const QJsonValue value = error.value(QLatin1String(name));
        if (!value.isNull() && !value.isUndefined() && value != QJsonValue(QStringLiteral("None")))
            result[QLatin1String(name)] = value;
    }
    return result;
}

inline QJsonValue bodyView(const QJsonObject &body, const Mask &mask)
{
    const QJsonValue error = body.value(QLatin1String("error"));
    return error.isObject() ? QJsonValue(errorView(error.toObject())) : mask.masked(body);
}

inline QJsonValue streamView(const QString &stream, const Mask &mask)
{
    QJsonObject message = reassembled(stream);
    if (message.value(QLatin1String("error")).isObject())
        message[QStringLiteral("error")] = errorView(message.value(QLatin1String("error")).toObject());
    return mask.masked(message);
}

} // namespace captured
