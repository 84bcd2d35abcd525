// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/token.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace gatehouse::people {

std::string tokenOf(std::string_view key)
{
    return QCryptographicHash::hash(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

bool isToken(std::string_view text)
{
    constexpr std::size_t hexDigits = 64;
    return text.size() == hexDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string tokenFrom(std::string_view keyOrToken)
{
    return isToken(keyOrToken) ? std::string(keyOrToken) : tokenOf(keyOrToken);
}

std::string keyName(std::string_view key)
{
    constexpr std::size_t shown = 4;
    return "sk-..." + std::string(key.substr(key.size() > 2 * shown ? key.size() - shown : key.size()));
}

std::string newKey()
{
    std::array<quint32, 4> bits {};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return "sk-" + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace gatehouse::people
