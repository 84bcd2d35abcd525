// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/compile.h"
#include "gateway/translate/dialects.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

/// The golden crossings: what stands in golden/, who the callers are, and how what came out is held against what is written
/// down. With GATEHOUSE_WRITE_GOLDEN=1 what came out is written down instead, to be read in the diff.
namespace golden {

using gatehouse::Deployment;
using gatehouse::Dialect;

struct Caller {
    const char *name;
    Dialect dialect;
};
inline constexpr Caller callers[] {{"chat", Dialect::OpenAiChat}, {"messages", Dialect::AnthropicMessages},
    {"responses", Dialect::OpenAiResponses}, {"completions", Dialect::OpenAiText}, {"gemini", Dialect::GeminiGenerate}};

inline QString path(const QString &inside)
{
    return QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/translate/golden/") + inside;
}

inline QByteArray read(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

/// Every fixture below \a folder with one of the endings, as "openai/plain.json".
inline QStringList fixtures(const QString &folder, const QStringList &endings)
{
    QStringList found;
    for (const QString &group : QDir(path(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        for (const QString &name : QDir(path(folder + QLatin1Char('/') + group)).entryList(endings, QDir::Files, QDir::Name)) {
            if (!name.contains(QLatin1String(".expected.")))
                found << group + QLatin1Char('/') + name;
        }
    }
    return found;
}

/// The deployments of golden/deployments.yaml, in their order.
inline std::vector<Deployment> deployments()
{
    const auto nothing = [](const std::string &) { return std::optional<std::string>(); };
    const auto config = gatehouse::config::parse(read(path(QStringLiteral("deployments.yaml"))).toStdString(), "golden", nothing);
    std::vector<Deployment> all;
    for (const auto &entry : config.models()) {
        auto compiled = gatehouse::providers::compile(entry, nothing);
        if (compiled)
            all.push_back(std::move(*compiled));
        else
            qWarning("%s", compiled.error().message.c_str());
    }
    return all;
}

inline gatehouse::wire::Call call(const Caller &caller, const QByteArray &body)
{
    gatehouse::wire::Call result;
    result.dialect = caller.dialect;
    result.model = "m";
    auto parsed = gatehouse::wire::JsonObject::parse(body.toStdString());
    result.body = std::move(*parsed);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    result.stream = object[QLatin1String("stream")].toBool();
    result.wantsUsage = object[QLatin1String("stream_options")][QLatin1String("include_usage")].toBool();
    return result;
}

/// \a text without what is different each time: ids of our own and the clock.
inline QString steady(QString text)
{
    static const QRegularExpression id(QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    static const QRegularExpression time(QStringLiteral("(\"created(?:_at)?\": ?)[0-9]{9,}"));
    return text.replace(id, QStringLiteral("<id>")).replace(time, QStringLiteral("\\1<time>"));
}

inline QByteArray pretty(const QJsonObject &object)
{
    return steady(QString::fromUtf8(QJsonDocument(object).toJson())).toUtf8();
}

/// An empty text when \a got is what \a file says; else where they part.
inline QString difference(const QString &file, const QByteArray &got)
{
    if (qEnvironmentVariableIsSet("GATEHOUSE_WRITE_GOLDEN")) {
        QFile target(file);
        return target.open(QIODevice::WriteOnly) && target.write(got) == got.size() ? QString() : target.errorString();
    }
    const QList<QByteArray> want = read(file).split('\n'), have = got.split('\n');
    for (qsizetype line = 0; line < std::max(want.size(), have.size()); ++line) {
        if (want.value(line) != have.value(line))
            return QStringLiteral("%1:%2\n got: %3\nwant: %4")
                .arg(file, QString::number(line + 1), QString::fromUtf8(have.value(line)), QString::fromUtf8(want.value(line)));
    }
    return {};
}

} // namespace golden
