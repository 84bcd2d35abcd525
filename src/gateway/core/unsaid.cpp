// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/unsaid.h"

#include <algorithm>
#include <array>
#include <bit>
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

// Whether that may be the pair of a sign and what follows it: of each, and of so little else that hardly ever more is looked at.
// What several of them have in common is compared once.
template <typename Bytes> constexpr auto mayBePair(Bytes first, Bytes second, Bytes third)
{
    const auto ofDash = ((second == '-') | (second == '_')) & (((first | 2) == 'k') | ((first | 4) == 'f') | (first == 'p'));
    const auto ofWord = ((first | 0x20) == 'b') & ((third == 'a') | (third == 's'));
    const auto ofCapitals = ((first | 8) == 'I') & ((second | 8) == 'I');
    return ofDash | ofWord | ofCapitals | (static_cast<Bytes>(first + second) == '2' + '9');
}
static_assert(std::all_of(signs.begin(), signs.end(), [](const Sign &sign) {
    const std::string_view pair = sign.begin.substr(sign.pair);
    return mayBePair<unsigned char>(pair[0], pair[1], pair.size() > 2 ? pair[2] : 0);
}));

constexpr auto beginsPair = [] {
    std::array<bool, 256> begins {};
    for (const Sign &sign : signs)
        begins.at(static_cast<unsigned char>(sign.begin[sign.pair])) = true;
    return begins;
}();

// The first byte in memory is the lowest of a word, on every machine that we build for.
static_assert(std::endian::native == std::endian::little);

/// Looks for credentials in one text, many bytes at once.
class Search
{
    // As many as one register compares; GCC and Clang know what that is on each processor.
    using Block = unsigned char __attribute__((vector_size(16)));
    using Pairs = decltype(mayBePair(Block(), Block(), Block()));
    using Words = std::array<std::uint64_t, 2>;

public:
    Search(std::string_view text, std::span<const SoughtSecret> known, std::vector<SecretSpan> &found)
        : m_text(text)
        , m_known(known)
        , m_found(found)
    {
    }
    // Blocks two by two, then what is left, the last one from the end of the text.
    void run()
    {
        constexpr std::size_t size = sizeof(Block), reach = size + 2;
        if (m_text.size() < reach)
            return lookAtEach();
        const std::size_t last = m_text.size() - reach;
        std::size_t at = firstPairs(0, last);
        for (; at + size <= last; at = firstPairs(at + 2 * size, last)) {
            lookAtBlock(at);
            lookAtBlock(at + size);
        }
        if (at < last)
            lookAtBlock(at);
        lookAtBlock(last);
    }

private:
    Block blockAt(std::size_t at) const
    {
        Block block;
        std::memcpy(&block, m_text.data() + at, sizeof block);
        return block;
    }
    // For each pair that begins in the block at \a at, whether it may be one of a sign, in all bits of a byte.
    Pairs pairsAt(std::size_t at) const { return mayBePair(blockAt(at), blockAt(at + 1), blockAt(at + 2)); }

    static Words wordsOf(Pairs pairs)
    {
        Words words {};
        std::memcpy(words.data(), &pairs, sizeof pairs);
        return words;
    }
    static bool isAny(Pairs pairs)
    {
        const Words words = wordsOf(pairs);
        return (words[0] | words[1]) != 0;
    }

    // The first two blocks from \a at on that have any; or where less than two are left.
    std::size_t firstPairs(std::size_t at, std::size_t last) const
    {
        while (at + sizeof(Block) <= last && !isAny(pairsAt(at) | pairsAt(at + sizeof(Block))))
            at += 2 * sizeof(Block);
        return at;
    }

    void lookAtBlock(std::size_t begin)
    {
        for (std::uint64_t word : wordsOf(pairsAt(begin))) {
            for (word &= 0x0101010101010101; word != 0; word &= word - 1)
                lookAt(begin + static_cast<std::size_t>(std::countr_zero(word)) / 8);
            begin += sizeof word;
        }
    }

    void lookAtEach()
    {
        for (std::size_t at = 0; at + 1 < m_text.size(); ++at)
            lookAt(at);
    }

    void lookAt(std::size_t at)
    {
        for (const SoughtSecret &each : m_known) {
            if (each.text[each.pair] == m_text[at] && at >= each.pair && m_text.substr(at - each.pair).starts_with(each.text))
                m_found.push_back({at - each.pair, at - each.pair + each.text.size()});
        }
        if (!beginsPair[static_cast<unsigned char>(m_text[at])])
            return;
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
    std::span<const SoughtSecret> m_known;
    std::vector<SecretSpan> &m_found;
    std::size_t m_read = 0; // up to there
};

} // namespace

// A pair is looked for together with what follows it.
std::optional<SoughtSecret> soughtAs(std::string_view secret)
{
    for (std::size_t at = 0; at + 2 < secret.size(); ++at) {
        if (mayBePair<unsigned char>(secret[at], secret[at + 1], secret[at + 2]))
            return SoughtSecret {secret, at};
    }
    return std::nullopt;
}

void findSecrets(std::string_view text, std::span<const SoughtSecret> known, std::vector<SecretSpan> &found)
{
    if (text.size() >= shortest || !known.empty())
        Search(text, known, found).run();
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
    findSecrets(text, {}, found);
    if (!found.empty())
        eraseSpans(clean, found);
    return clean;
}

} // namespace gatehouse
