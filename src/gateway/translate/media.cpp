// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/media.h"

#include "gateway/wire/headers.h"
#include "gateway/wire/utf8.h"

#include <QByteArray>

#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> endings {{
    {".txt", "text/plain"},
    {".md", "text/plain"},
    {".csv", "text/plain"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 28> urlEndings {{
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".heic", "image/heic"},
    {".heif", "image/heif"},
    {".pdf", "application/pdf"},
    {".txt", "text/plain"},
    {".md", "text/markdown"},
    {".html", "text/html"},
    {".csv", "text/csv"},
    {".json", "application/json"},
    {".xml", "text/xml"},
    {".mp3", "audio/mp3"},
    {".wav", "audio/wav"},
    {".aac", "audio/aac"},
    {".flac", "audio/flac"},
    {".ogg", "audio/ogg"},
    {".aiff", "audio/aiff"},
    {".mp4", "video/mp4"},
    {".mov", "video/quicktime"},
    {".mpeg", "video/mpeg"},
    {".mpg", "video/mpg"},
    {".avi", "video/avi"},
    {".webm", "video/webm"},
    {".wmv", "video/wmv"},
    {".3gp", "video/3gpp"},
}};

} // namespace

bool setMedia(Block &block, std::string_view url)
{
    if (!wire::sameName(url.substr(0, 5), "data:")) {
        block.url = url;
        return true;
    }
    const std::size_t comma = url.find(',');
    if (comma == url.npos)
        return false;
    const std::string_view head = url.substr(5, comma - 5); // "image/png;charset=…;base64"
    if (!head.ends_with(";base64"))
        return false;
    block.mediaType = head.substr(0, head.find(';'));
    block.data = url.substr(comma + 1);
    return true;
}

std::string mediaUrl(const Block &block)
{
    return block.url.empty() ? "data:" + block.mediaType + ";base64," + block.data : block.url;
}

std::string_view mediaTypeOf(std::string_view fileName)
{
    const std::string name = wire::lowered(fileName);
    for (const auto &[ending, type] : endings) {
        if (std::string_view(name).ends_with(ending))
            return type;
    }
    return "application/pdf";
}

std::string_view mediaTypeOfUrl(std::string_view url)
{
    const std::string path = wire::lowered(url.substr(0, url.find_first_of("?#")));
    for (const auto &[ending, type] : urlEndings) {
        if (std::string_view(path).ends_with(ending))
            return type;
    }
    return {};
}

std::optional<std::string> decodedText(std::string_view base64)
{
    const auto result = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(base64.data(), qsizetype(base64.size())), QByteArray::AbortOnBase64DecodingErrors);
    const std::string text = (*result).toStdString();
    if (!result || !wire::isUtf8(text))
        return std::nullopt;
    return text;
}

} // namespace gatehouse::translate
