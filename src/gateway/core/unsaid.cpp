// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/unsaid.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

/// How a credential begins, and how many characters more at least make one. It is looked for by that character of its beginning
/// that is the rarest in other text: finding one character is what the processor is quickest at.
struct Sign {
    std::string_view begin;
    std::size_t rarest;
    std::size_t least;
    constexpr char mark() const { return begin[rarest]; }
};
// Those with the same mark stand together.
constexpr std::array<Sign, 15> signs {{{"sk-", 2, 8}, {"xoxb-", 4, 10}, {"xai-", 3, 16}, {"sk_", 2, 8}, {"ghp_", 3, 16},
    {"github_pat_", 6, 16}, {"gsk_", 3, 16}, {"hf_", 2, 16}, {"Bearer ", 0, 6}, {"Basic ", 0, 6}, {"bearer ", 0, 6},
    {"AIza", 0, 20}, {"AKIA", 0, 12}, {"ASIA", 0, 12}, {"ya29.", 0, 16}}};

// What is shorter holds none: many header fields.
constexpr std::size_t shortest = [] {
    std::size_t least = std::string_view::npos;
    for (const Sign &sign : signs)
        least = std::min(least, sign.begin.size() + sign.least);
    return least;
}();

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOfKey(char c)
{
    return isWord(c) || std::string_view("-_.+/=~").find(c) != std::string_view::npos;
}

// The credential of that sign whose mark stands at \a at; empty = there is none.
SecretSpan secretAt(std::string_view text, std::size_t at, const Sign &sign)
{
    const std::size_t begin = at - sign.rarest;
    std::size_t end = begin + sign.begin.size();
    if (at < sign.rarest || end > text.size() || text[end - 1] != sign.begin.back()
        || !text.substr(begin).starts_with(sign.begin))
        return {};
    if (begin > 0 && isWord(text[begin - 1]))
        return {};
    while (end < text.size() && isOfKey(text[end]))
        ++end;
    return end - begin >= sign.begin.size() + sign.least ? SecretSpan {begin, end} : SecretSpan {};
}

} // namespace

void findSecrets(std::string_view text, std::vector<SecretSpan> &found)
{
    if (text.size() < shortest)
        return;
    for (auto group = signs.begin(); group != signs.end();) {
        const char mark = group->mark();
        const auto end = std::find_if(group, signs.end(), [&](const Sign &sign) { return sign.mark() != mark; });
        for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            for (auto sign = group; sign != end; ++sign) {
                const SecretSpan span = secretAt(text, at, *sign);
                if (span.end == 0)
                    continue;
                found.push_back(span);
                if (!sign->begin.ends_with(' ')) // another in it ends with it, and is not read again and again
                    at = span.end - 1;
            }
        }
        group = end;
    }
}

std::size_t eraseSpans(std::string &text, std::vector<SecretSpan> &spans)
{
    std::sort(spans.begin(), spans.end(), [](const SecretSpan &a, const SecretSpan &b) { return a.begin < b.begin; });
    std::string clean;
    clean.reserve(text.size());
    std::size_t at = 0, count = 0;
    for (const SecretSpan &span : spans) {
        if (span.end <= at)
            continue;
        if (span.begin >= at) {
            clean.append(text, at, span.begin - at).append(redacted);
            ++count;
        }
        at = span.end;
    }
    clean.append(text, at);
    text = std::move(clean);
    return count;
}

std::string withoutSecrets(std::string_view text)
{
    std::string clean(text);
    std::vector<SecretSpan> found; // mostly none, and then nothing more is done
    findSecrets(text, found);
    if (!found.empty())
        eraseSpans(clean, found);
    return clean;
}

} // namespace gatehouse
