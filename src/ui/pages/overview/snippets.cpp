// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/snippets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// A string literal that JSON and Python read alike.
QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString model(const SnippetWords &words)
{
    return quoted(words.model.isEmpty() ? u"your-model"_s : words.model);
}

QString key(const SnippetWords &words)
{
    return words.needsKey ? u"\"YOUR_KEY\""_s : u"\"unused\""_s;
}

QString curl(const SnippetWords &words)
{
    QString body = u"{\"model\": %1,\n       \"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]}"_s.arg(model(words));
    body.replace(u"'"_s, u"'\\''"_s);
    const QString bearer = words.needsKey ? u"  -H \"Authorization: Bearer YOUR_KEY\" \\\n"_s : QString();
    return u"curl "_s + words.address + u"/v1/chat/completions \\\n"_s + bearer
        + u"  -H \"Content-Type: application/json\" \\\n  -d '"_s + body + u"'"_s;
}

QString openai(const SnippetWords &words)
{
    return u"from openai import OpenAI\n\nclient = OpenAI(base_url="_s + quoted(words.address + u"/v1"_s) + u", api_key="_s
        + key(words) + u")\nanswer = client.chat.completions.create(\n    model="_s + model(words)
        + u",\n    messages=[{\"role\": \"user\", \"content\": \"Hello!\"}],\n)\nprint(answer.choices[0].message.content)"_s;
}

QString anthropic(const SnippetWords &words)
{
    return u"from anthropic import Anthropic\n\nclient = Anthropic(base_url="_s + quoted(words.address) + u", api_key="_s
        + key(words) + u")\nanswer = client.messages.create(\n    model="_s + model(words)
        + u", max_tokens=200,\n    messages=[{\"role\": \"user\", \"content\": \"Hello!\"}],\n)\nprint(answer.content[0].text)"_s;
}

constexpr std::array table = {
    Snippet {"curl", curl},
    Snippet {"OpenAI", openai},
    Snippet {"Anthropic", anthropic},
};

} // namespace

std::span<const Snippet> snippets()
{
    return table;
}

} // namespace gatehouse::ui
