// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/file_kind.h"

#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t at;
    std::string_view bytes;
    std::string_view type;
};

constexpr std::array signatures {
    Signature {0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Signature {0, "\xff\xd8\xff"sv, "image/jpeg"},
    Signature {0, "GIF87a"sv, "image/gif"},
    Signature {0, "GIF89a"sv, "image/gif"},
    Signature {8, "WEBP"sv, "image/webp"},
    Signature {0, "II*\0"sv, "image/tiff"},
    Signature {0, "MM\0*"sv, "image/tiff"},
    Signature {4, "ftypheic"sv, "image/heic"},
    Signature {4, "ftypheix"sv, "image/heic"},
    Signature {4, "ftypmif1"sv, "image/heif"},
    Signature {4, "ftypavif"sv, "image/avif"},
    Signature {0, "%PDF-"sv, "application/pdf"},
};

bool isTypeCharacter(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return isLetter || std::string_view("/.+-").find(c) != std::string_view::npos;
}

std::string said(std::string_view contentType)
{
    constexpr std::size_t longest = 64;
    std::string type = wire::lowered(contentType.substr(0, contentType.find(';')));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.pop_back();
    const bool isPlain = type.size() <= longest && std::all_of(type.begin(), type.end(), isTypeCharacter);
    if (!isPlain || (!type.starts_with("image/") && type != "application/pdf"))
        return {};
    return type == "image/jpg" ? "image/jpeg" : type;
}

} // namespace

std::string fileKind(std::string_view start, std::string_view contentType)
{
    const auto known = std::find_if(signatures.begin(), signatures.end(),
        [&](const Signature &each) { return start.size() > each.at && start.substr(each.at).starts_with(each.bytes); });
    return known != signatures.end() ? std::string(known->type) : said(contentType);
}

} // namespace gatehouse::pipeline
