// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/unsaid.h"

#include <array>

namespace gatehouse {

namespace {

/// How a credential begins, and how many characters at least make one.
struct Sign {
    std::string_view begin;
    std::size_t least;
};
constexpr std::array<Sign, 15> signs {
    {{"sk-", 8}, {"sk_", 8}, {"Bearer ", 6}, {"bearer ", 6}, {"Basic ", 6}, {"AIza", 20}, {"AKIA", 12}, {"ASIA", 12},
        {"ghp_", 16}, {"github_pat_", 16}, {"gsk_", 16}, {"hf_", 16}, {"xoxb-", 10}, {"xai-", 16}, {"ya29.", 16}}};

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOfKey(char c)
{
    return isWord(c) || std::string_view("-_.+/=~").find(c) != std::string_view::npos;
}

constexpr std::array<bool, 256> beginners()
{
    std::array<bool, 256> all {};
    for (const Sign &sign : signs)
        all[static_cast<unsigned char>(sign.begin.front())] = true;
    return all;
}
constexpr std::array<bool, 256> mayBegin = beginners();

} // namespace

bool mayBeginSecret(char c)
{
    return mayBegin[static_cast<unsigned char>(c)];
}

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

std::string withoutSecrets(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool isBeginning = at == 0 || !isWord(text[at - 1]);
        const std::size_t length = isBeginning && mayBeginSecret(text[at]) ? secretLength(text.substr(at)) : 0;
        if (length == 0) {
            clean += text[at++];
            continue;
        }
        clean += redacted;
        at += length;
    }
    return clean;
}

} // namespace gatehouse
