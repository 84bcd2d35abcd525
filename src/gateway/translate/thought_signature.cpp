// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/thought_signature.h"

#include "gateway/translate/media.h"

#include <QByteArray>

#include <algorithm>

namespace gatehouse::translate {

namespace {

constexpr std::string_view plainMark = "gatehouse:signature:", encryptedMark = "gatehouse:encrypted:";

bool isBase64(std::string_view text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t end = std::min(text.find_first_not_of(alphabet), text.size());
    const std::string_view padding = text.substr(end);
    return text.size() % 4 == 0 && (padding.empty() || padding == "=" || padding == "==");
}

std::string wrapped(std::string_view mark, std::string_view text)
{
    const std::string both = std::string(mark) + std::string(text);
    return QByteArray::fromRawData(both.data(), qsizetype(both.size())).toBase64().toStdString();
}

} // namespace

std::string thoughtSignature(std::string_view signature)
{
    return isBase64(signature) ? std::string(signature) : wrapped(plainMark, signature);
}

std::string encryptedThought(std::string_view data)
{
    return wrapped(encryptedMark, data);
}

SignedThought readThoughtSignature(std::string_view signature)
{
    const std::string bytes = decodedText(signature).value_or("");
    for (const std::string_view mark : {plainMark, encryptedMark}) {
        if (bytes.starts_with(mark))
            return {mark == encryptedMark, bytes.substr(mark.size())};
    }
    return {false, std::string(signature)};
}

} // namespace gatehouse::translate
