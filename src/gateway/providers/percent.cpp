// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/percent.h"

namespace gatehouse::providers {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_'
        || c == '~';
}

} // namespace

std::string percentEncoded(std::string_view text, std::string_view keep)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size() + text.size() / 4);
    for (const char c : text) {
        if (isUnreserved(c) || keep.find(c) != std::string_view::npos) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return result;
}

std::string formBody(std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    std::string body;
    for (const auto &[name, value] : fields) {
        if (value.empty())
            continue;
        body += body.empty() ? "" : "&";
        body += percentEncoded(name) + "=" + percentEncoded(value);
    }
    return body;
}

} // namespace gatehouse::providers
