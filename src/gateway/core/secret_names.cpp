// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/secret_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

namespace gatehouse {

namespace {

/// How a text makes a name one of a credential.
enum class Match : unsigned char {
    No,
    Whole, ///< the name is the text
    Part,  ///< … holds it
    End,   ///< … ends with it
};

/// A text, and what it means in the name of each kind, as NameOf has them.
struct Row {
    std::string_view text;
    std::array<Match, 4> matches;
};

constexpr Match no = Match::No, whole = Match::Whole, part = Match::Part, end = Match::End;

constexpr std::array rows {
    // text                            Member Field  Setting Column
    Row {"api_key", {whole, part, part, part}},
    Row {"apikey", {whole, part, part, no}},
    Row {"api-key", {whole, part, part, no}},
    Row {"x-api-key", {whole, no, no, no}},
    Row {"authorization", {whole, no, part, part}},
    Row {"auth", {no, part, no, no}},
    Row {"cookie", {no, part, part, no}},
    Row {"secret", {whole, part, part, part}},
    Row {"client_secret", {whole, no, no, no}},
    Row {"langfuse_secret", {whole, no, no, no}},
    Row {"langfuse_secret_key", {whole, no, no, no}},
    Row {"password", {whole, part, part, part}},
    Row {"passwd", {no, part, part, no}},
    Row {"pwd", {no, whole, no, no}},
    Row {"credential", {no, part, no, no}},
    Row {"credentials", {no, no, part, no}},
    Row {"vertex_credentials", {no, no, no, part}},
    Row {"signature", {no, part, no, no}},
    Row {"sig", {no, whole, no, no}},
    Row {"code", {no, whole, no, no}},
    Row {"access_token", {whole, part, no, no}},
    Row {"refresh_token", {whole, no, no, no}},
    Row {"session_token", {no, no, no, part}},
    Row {"aws_session_token", {whole, no, no, no}},
    Row {"security-token", {no, part, no, no}},
    Row {"token", {no, whole, end, no}},
    Row {"-token", {no, end, no, no}},
    Row {"_token", {no, end, no, no}},
    Row {"aws_secret_access_key", {whole, no, no, no}},
    Row {"access_key", {no, no, part, part}},
    Row {"private_key", {whole, no, part, part}},
    Row {"public_key", {no, no, part, no}},
    Row {"key", {no, whole, no, no}},
    Row {"-key", {no, end, end, no}},
    Row {"_key", {no, end, end, no}},
    Row {"webhook", {no, no, part, no}},
    Row {"connection_string", {no, no, part, no}},
};

constexpr Match matchOf(const Row &row, NameOf what)
{
    return row.matches[static_cast<std::size_t>(what)];
}

constexpr std::size_t countOf(NameOf what)
{
    std::size_t count = 0;
    for (const Row &row : rows)
        count += matchOf(row, what) != Match::No ? 1 : 0;
    return count;
}

/// A row, as far as it counts for names of one kind.
struct Hint {
    std::string_view text;
    Match match = Match::No;
};

template <NameOf what>
constexpr auto hints = [] {
    std::array<Hint, countOf(what)> all {};
    std::size_t at = 0;
    for (const Row &row : rows) {
        if (matchOf(row, what) != Match::No)
            all[at++] = {row.text, matchOf(row, what)};
    }
    return all;
}();

bool isNamedBy(std::string_view name, const Hint &hint)
{
    switch (hint.match) {
    case Match::No: return false;
    case Match::Whole: return name == hint.text;
    case Match::Part: return name.find(hint.text) != name.npos;
    case Match::End: return name.ends_with(hint.text);
    }
    return false;
}

template <NameOf what> bool isSecretLowered(std::string_view name)
{
    return std::any_of(hints<what>.begin(), hints<what>.end(), [&](const Hint &hint) { return isNamedBy(name, hint); });
}

template <NameOf what> bool isSecret(std::string_view name)
{
    const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    std::array<char, 64> buffer; // hardly a name is worth an allocation
    if (name.size() <= buffer.size()) {
        std::transform(name.begin(), name.end(), buffer.begin(), lowered);
        return isSecretLowered<what>({buffer.data(), name.size()});
    }
    std::string copy(name);
    std::transform(copy.begin(), copy.end(), copy.begin(), lowered);
    return isSecretLowered<what>(copy);
}

// Where a name belongs among as many places as a power of two, from what stands at its begin, in its middle and at its end.
std::size_t placeOf(std::string_view name, int bits)
{
    constexpr std::size_t size = sizeof(std::uint64_t);
    std::array<std::uint64_t, 3> words {};
    if (name.size() < size) {
        std::memcpy(words.data(), name.data(), name.size());
    } else {
        std::memcpy(&words[0], name.data(), size);
        std::memcpy(&words[1], name.data() + (name.size() - size) / 2, size);
        std::memcpy(&words[2], name.data() + name.size() - size, size);
    }
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
    return (((words[0] * odd ^ words[1]) * odd ^ words[2] ^ name.size()) * odd) >> (64 - bits);
}

// Dozens of names come with each exchange, and nearly always the same ones.
template <NameOf what> bool isSecretAsBefore(std::string_view name)
{
    struct Judged {
        std::string name;
        bool isSecret = false;
    };
    constexpr std::size_t longest = 64;
    constexpr int bits = 8;
    if (name.empty() || name.size() > longest)
        return isSecret<what>(name);
    thread_local std::array<std::array<Judged, 2>, std::size_t(1) << bits> lately; // two share a place, the later one in front
    auto &place = lately[placeOf(name, bits)];
    if (place[0].name == name)
        return place[0].isSecret;
    std::swap(place[0], place[1]);
    if (place[0].name != name)
        place[0] = {std::string(name), isSecret<what>(name)};
    return place[0].isSecret;
}

static_assert(std::all_of(hints<NameOf::Member>.begin(), hints<NameOf::Member>.end(),
    [](const Hint &hint) { return hint.match == Match::Whole && mayEndSecretMember(hint.text.back()); }));

constexpr std::uint32_t bitOf(char letter)
{
    return 1U << (letter & 31);
}

/// What the names of as many characters begin and end with, a bit for each letter.
struct Letters {
    std::uint32_t first = 0, last = 0;
};
constexpr auto lettersOf = [] {
    std::array<Letters, 32> letters {};
    for (const Hint &hint : hints<NameOf::Member>) {
        letters.at(hint.text.size()).first |= bitOf(hint.text.front());
        letters.at(hint.text.size()).last |= bitOf(hint.text.back());
    }
    return letters;
}();

// There are many of them in a body.
bool isSecretMember(std::string_view name)
{
    if (name.empty() || name.size() >= lettersOf.size())
        return false;
    const Letters &letters = lettersOf[name.size()];
    if ((letters.first & bitOf(name.front())) == 0 || (letters.last & bitOf(name.back())) == 0)
        return false;
    return isSecret<NameOf::Member>(name);
}

} // namespace

bool isSecretName(std::string_view name, NameOf what)
{
    switch (what) {
    case NameOf::Member: return isSecretMember(name);
    case NameOf::Field: return isSecretAsBefore<NameOf::Field>(name);
    case NameOf::Setting: return isSecretAsBefore<NameOf::Setting>(name);
    case NameOf::Column: return isSecret<NameOf::Column>(name);
    }
    return false;
}

} // namespace gatehouse
