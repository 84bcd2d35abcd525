// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/google_names.h"

namespace gatehouse::translate {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

} // namespace

bool isName(std::string_view written, std::string_view camel)
{
    if (written == camel)
        return true;
    std::size_t at = 0;
    for (const char c : camel) {
        if (isUpper(c) && (at >= written.size() || written[at++] != '_'))
            return false;
        const char expected = isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        if (at >= written.size() || written[at++] != expected)
            return false;
    }
    return at == written.size();
}

std::string_view nameIn(const Members &object, std::string_view camel)
{
    for (const auto &member : object) {
        if (isName(member.name, camel))
            return member.name;
    }
    return camel;
}

} // namespace gatehouse::translate
