// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/redact.h"

#include "gateway/core/secret_names.h"
#include "gateway/core/unsaid.h"
#include "gateway/translate/json_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::pipeline {

namespace {

QString cutInTheMiddle(const QString &text)
{
    constexpr qsizetype longest = 2048, begin = longest * 35 / 100;
    if (text.size() <= longest)
        return text;
    const QString skipped = QString::number(text.size() - longest);
    return QString(text.left(begin) + QStringLiteral("... (litellm_truncated skipped ") + skipped + QStringLiteral(" chars) ...")
        + text.right(longest - begin));
}

QJsonValue cleaned(const QJsonValue &value);

QJsonObject cleaned(const QJsonObject &object)
{
    QJsonObject clean;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isSecret = isSecretName(member.key().toStdString(), NameOf::Member);
        clean.insert(
            member.key(), isSecret ? QJsonValue(QLatin1String(redacted.data(), redacted.size())) : cleaned(member.value()));
    }
    return clean;
}

QJsonValue cleaned(const QJsonValue &value)
{
    if (value.isString())
        return cutInTheMiddle(QString::fromStdString(withoutSecrets(value.toString().toStdString())));
    if (value.isObject())
        return cleaned(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray clean;
    const QJsonArray items = value.toArray();
    for (const auto &item : items)
        clean.append(cleaned(QJsonValue(item)));
    return clean;
}

std::string lengthOnly(std::size_t length)
{
    return R"({"litellm_truncated":")" + std::to_string(length) + R"( bytes"})";
}

} // namespace

std::string withoutSecrets(std::string_view text, const Secret &own)
{
    constexpr std::size_t shortest = 6; // what is shorter is no key, and may be a word
    std::string clean = withoutSecrets(text);
    if (own.reveal().size() < shortest)
        return clean;
    for (std::size_t at = clean.find(own.reveal()); at != std::string::npos; at = clean.find(own.reveal(), at))
        clean.replace(at, own.reveal().size(), redacted);
    return clean;
}

bool namesSecret(std::string_view json)
{
    for (std::size_t quote = json.find('"'); quote != json.npos; quote = json.find('"', quote + 1)) {
        const std::size_t begin = quote + 1;
        quote = translate::closingQuote(json, quote);
        if (quote == json.npos)
            return false;
        const std::size_t next = json.find_first_not_of(" \t\r\n", quote + 1);
        if (next == json.npos || json[next] != ':')
            continue;
        const std::string_view name = json.substr(begin, quote - begin);
        if (isSecretName(name, NameOf::Member) || name.find('\\') != name.npos) // what is escaped may be any name
            return true;
    }
    return false;
}

std::string keepable(std::string_view json)
{
    constexpr std::size_t longest = 100'000;
    const QByteArray wrapped = "[" + QByteArray(json.data(), static_cast<qsizetype>(json.size())) + "]";
    const QJsonArray read = QJsonDocument::fromJson(wrapped).array();
    if (read.isEmpty())
        return lengthOnly(json.size());
    const QJsonArray clean = cleaned(QJsonValue(read)).toArray();
    const std::string text = QJsonDocument(clean).toJson(QJsonDocument::Compact).toStdString();
    return text.size() > longest ? lengthOnly(json.size()) : text.substr(1, text.size() - 2);
}

} // namespace gatehouse::pipeline
