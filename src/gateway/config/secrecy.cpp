// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/secrecy.h"

#include "gateway/config/text_check.h"
#include "gateway/core/secret_names.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

constexpr std::size_t longestName = 80;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

/// "sk-" as the beginning of a word, where keys begin; "task-one" is no key.
bool looksLikeKey(std::string_view name)
{
    for (std::size_t at = name.find("sk-"); at != name.npos; at = name.find("sk-", at + 1)) {
        const char before = at > 0 ? name[at - 1] : ' ';
        const bool isInsideWord = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
        if (!isInsideWord)
            return true;
    }
    return name.find("key:") != name.npos || name.find("key=") != name.npos;
}

} // namespace

bool soundsSecret(std::string_view key)
{
    return isSecretName(key, NameOf::Setting);
}

bool holdsPassword(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    if (scheme == text.npos)
        return false;
    const std::string_view authority = text.substr(scheme + 3, text.find_first_of("/?#", scheme + 3) - scheme - 3);
    return authority.find('@') != authority.npos && authority.find(':') < authority.find('@');
}

std::string safeName(std::string_view word)
{
    if (looksLikeKey(lowered(word)) || holdsPassword(word))
        return "•••";
    std::string result;
    while (!word.empty() && result.size() < longestName) {
        const std::size_t length = std::max<std::size_t>(utf8Length(word), 1);
        const bool isControl = length == 1 && static_cast<unsigned char>(word[0]) < 0x20;
        result += isControl ? std::string_view("?") : word.substr(0, length);
        word.remove_prefix(length);
    }
    return word.empty() ? result : result + "…";
}

} // namespace gatehouse::config
