// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

constexpr std::string_view redacted = "[redacted]";

/// How a credential begins, and how many characters at least make one.
struct Sign {
    std::string_view begin;
    std::size_t least;
};
constexpr std::array<Sign, 14> signs {{{"sk-", 8}, {"sk_", 8}, {"Bearer ", 6}, {"bearer ", 6}, {"Basic ", 6}, {"AIza", 20},
    {"AKIA", 12}, {"ASIA", 12}, {"ghp_", 16}, {"github_pat_", 16}, {"gsk_", 16}, {"hf_", 16}, {"xoxb-", 10}, {"xai-", 16}}};

constexpr std::array<std::string_view, 13> secretNames {"api_key", "apikey", "api-key", "x-api-key", "authorization", "password",
    "secret", "client_secret", "access_token", "refresh_token", "aws_secret_access_key", "aws_session_token", "private_key"};

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOfKey(char c)
{
    return isWord(c) || std::string_view("-_.+/=~").find(c) != std::string_view::npos;
}

// How long the credential at the beginning of \a text is; 0 = there is none.
std::size_t secretLength(std::string_view text)
{
    for (const Sign &sign : signs) {
        if (!text.starts_with(sign.begin))
            continue;
        std::size_t end = sign.begin.size();
        while (end < text.size() && isOfKey(text[end]))
            ++end;
        if (end >= sign.begin.size() + sign.least)
            return end;
    }
    return 0;
}

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
        const std::string name = member.key().toLower().toStdString();
        const bool isSecret = std::find(secretNames.begin(), secretNames.end(), name) != secretNames.end();
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

std::string withoutSecrets(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool isBeginning = at == 0 || !isWord(text[at - 1]);
        const std::size_t length = isBeginning ? secretLength(text.substr(at)) : 0;
        if (length == 0) {
            clean += text[at++];
            continue;
        }
        clean += redacted;
        at += length;
    }
    return clean;
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
