// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/chat_question.h"

#include "ui/models/conversation.h"
#include "ui/models/traffic_curl.h"
#include "ui/models/traffic_record.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QJsonObject message(const QString &role, const QString &text)
{
    return {{u"role"_s, role}, {u"content"_s, text}};
}

struct Said {
    QString text;
    int leftOut = 0;
};

Said textIn(const SaidMessage &message)
{
    Said said;
    QStringList texts;
    for (const SaidPart &part : message.parts) {
        if (part.kind == SaidPart::Kind::Text)
            texts.append(part.text);
        else if (part.kind != SaidPart::Kind::Reasoning)
            ++said.leftOut;
    }
    said.text = texts.join(u"\n\n"_s);
    return said;
}

/// OpenAI's "developer" is what it called "system" before; Google's "model" is the assistant.
QString plainRole(const QString &role)
{
    if (role == "developer"_L1)
        return u"system"_s;
    return role == "model"_L1 ? u"assistant"_s : role;
}

void takeParameters(ChatQuestion &question, const QJsonObject &body)
{
    const QJsonObject google = body.value("generationConfig"_L1).toObject();
    for (const QJsonValue &value : {body.value("temperature"_L1), google.value("temperature"_L1)}) {
        if (value.isDouble())
            question.temperature = value.toDouble();
    }
    for (const QJsonValue &value : {body.value("max_tokens"_L1), body.value("max_completion_tokens"_L1),
             body.value("max_output_tokens"_L1), google.value("maxOutputTokens"_L1)}) {
        if (value.toInt() > 0)
            question.mostTokens = value.toInt();
    }
}

} // namespace

QJsonObject ChatQuestion::body() const
{
    QJsonArray messages;
    if (!system.trimmed().isEmpty())
        messages.append(message(u"system"_s, system));
    for (const Turn &turn : before)
        messages.append(message(turn.role, turn.text));
    messages.append(message(u"user"_s, text));
    QJsonObject body {{u"model"_s, model}, {u"messages"_s, messages}, {u"stream"_s, true},
        {u"stream_options"_s, QJsonObject {{u"include_usage"_s, true}}}};
    if (temperature)
        body.insert("temperature"_L1, *temperature);
    if (mostTokens)
        body.insert("max_tokens"_L1, *mostTokens);
    return body;
}

QString ChatQuestion::curl(const QString &address) const
{
    const QStringList parts {u"curl -N "_s + shellQuoted(address + u"/v1/chat/completions"_s),
        u"-H \"Authorization: Bearer $GATEHOUSE_KEY\""_s, u"-H 'Content-Type: application/json'"_s,
        u"--data-raw "_s + shellQuoted(QString::fromUtf8(QJsonDocument(body()).toJson(QJsonDocument::Compact)))};
    return parts.join(u" \\\n  "_s) + u'\n';
}

CapturedQuestion questionOf(const TrafficRecord &record)
{
    CapturedQuestion captured;
    ChatQuestion &question = captured.question;
    question.model = record.row.model;
    takeParameters(question, QJsonDocument::fromJson(record.clientRequest.body.toUtf8()).object());
    QStringList system;
    const QList<SaidMessage> all = conversationOf(record);
    for (const SaidMessage &each : all) {
        if (each.isAnswer)
            continue;
        const Said said = textIn(each);
        captured.leftOut += said.leftOut;
        const QString role = plainRole(each.role);
        if (said.text.isEmpty())
            continue;
        if (role == "system"_L1)
            system.append(said.text);
        else
            question.before.append({role, said.text});
    }
    question.system = system.join(u"\n\n"_s);
    if (!question.before.isEmpty() && question.before.last().role == "user"_L1)
        question.text = question.before.takeLast().text;
    return captured;
}

} // namespace gatehouse::ui
