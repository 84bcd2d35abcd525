// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/unsaid.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace gatehouse {

namespace {

/// How a credential begins, and how many characters more at least make one. It is looked for by two characters of its beginning,
/// from the one at \a pair on, that hardly stand side by side in other text.
struct Sign {
    std::string_view begin;
    std::size_t pair;
    std::size_t least;
    constexpr bool isWord() const { return begin.back() == ' '; } ///< that stands before the credential
};
constexpr std::array<Sign, 15> signs {{{"sk-", 1, 8}, {"xoxb-", 3, 10}, {"xai-", 2, 16}, {"sk_", 1, 8}, {"ghp_", 2, 16},
    {"github_pat_", 5, 16}, {"gsk_", 2, 16}, {"hf_", 1, 16}, {"Bearer ", 0, 6}, {"Basic ", 0, 6}, {"bearer ", 0, 6},
    {"AIza", 0, 20}, {"AKIA", 2, 12}, {"ASIA", 2, 12}, {"ya29.", 2, 16}}};

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

// Whether that may be the pair of a sign: of each, and of little else. What several of them have in common is compared once.
template <typename Bytes> constexpr auto mayBePair(Bytes first, Bytes second)
{
    const auto sum = static_cast<Bytes>(first + second);
    const auto ofDash = ((second == '-') | (second == '_')) & (((first | 2) == 'k') | ((first | 4) == 'f') | (first == 'p'));
    const auto ofWord = ((first | 0x20) == 'b') & ((second | 4) == 'e');
    return ofDash | ofWord | (sum == 'A' + 'I') | (sum == '2' + '9');
}
static_assert(std::all_of(signs.begin(), signs.end(),
    [](const Sign &sign) { return mayBePair<unsigned char>(sign.begin[sign.pair], sign.begin[sign.pair + 1]); }));

/// Looks for credentials in one text, many bytes at once.
class Search
{
public:
    Search(std::string_view text, std::vector<SecretSpan> &found)
        : m_text(text)
        , m_found(found)
    {
    }
    void run()
    {
        std::size_t at = 0;
        for (; at + sizeof(Block) < m_text.size(); at += sizeof(Block))
            lookAtBlock(at, 0);
        if (at == 0)
            return lookAtEach();
        const std::size_t last = m_text.size() - sizeof(Block) - 1;
        lookAtBlock(last, at - last);
    }

private:
    // As many as one register compares; GCC and Clang know what that is on each processor.
    using Block = unsigned char __attribute__((vector_size(16)));

    // Pairs that begin in the block at \a begin, from its byte \a from on.
    void lookAtBlock(std::size_t begin, std::size_t from)
    {
        Block first, second;
        std::memcpy(&first, m_text.data() + begin, sizeof first);
        std::memcpy(&second, m_text.data() + begin + 1, sizeof second);
        const auto pairs = mayBePair(first, second);
        std::array<std::uint64_t, 2> any {};
        std::memcpy(any.data(), &pairs, sizeof pairs);
        if ((any[0] | any[1]) == 0)
            return;
        for (; from < sizeof(Block); ++from) {
            if (pairs[from])
                lookAt(begin + from);
        }
    }

    void lookAtEach()
    {
        for (std::size_t at = 0; at + 1 < m_text.size(); ++at)
            lookAt(at);
    }

    void lookAt(std::size_t at)
    {
        for (const Sign &sign : signs) {
            if (sign.begin[sign.pair] == m_text[at] && sign.begin[sign.pair + 1] == m_text[at + 1])
                add(at, sign);
        }
    }

    // What was read is not read again and again for others in it: those end with it, unless a word stands before them.
    void add(std::size_t at, const Sign &sign)
    {
        const std::size_t begin = at - sign.pair;
        std::size_t end = begin + sign.begin.size();
        if (at < sign.pair || (at < m_read && !sign.isWord()) || !m_text.substr(begin).starts_with(sign.begin))
            return;
        if (begin > 0 && isWord(m_text[begin - 1]))
            return;
        while (end < m_text.size() && isOfKey(m_text[end]))
            ++end;
        if (end - begin < sign.begin.size() + sign.least)
            return;
        m_found.push_back({begin, end});
        if (!sign.isWord())
            m_read = end;
    }

    std::string_view m_text;
    std::vector<SecretSpan> &m_found;
    std::size_t m_read = 0; // up to there
};

} // namespace

void findSecrets(std::string_view text, std::vector<SecretSpan> &found)
{
    if (text.size() >= shortest)
        Search(text, found).run();
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
