// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/secret_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

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

// Dozens of names come with each exchange, and nearly always the same ones.
template <NameOf what> bool isSecretAsBefore(std::string_view name)
{
    struct Judged {
        std::string name;
        bool isSecret = false;
    };
    constexpr std::size_t longest = 64;
    if (name.empty() || name.size() > longest)
        return isSecret<what>(name);
    thread_local std::array<Judged, 256> lately;
    Judged &judged = lately[std::hash<std::string_view>()(name) % lately.size()];
    if (judged.name != name)
        judged = {std::string(name), isSecret<what>(name)};
    return judged.isSecret;
}

static_assert(std::all_of(hints<NameOf::Member>.begin(), hints<NameOf::Member>.end(),
    [](const Hint &hint) { return hint.match == Match::Whole && mayEndSecretMember(hint.text.back()); }));

// What the names of as many characters end with, a bit for each letter.
constexpr auto lastLetters = [] {
    std::array<std::uint32_t, 32> letters {};
    for (const Hint &hint : hints<NameOf::Member>)
        letters.at(hint.text.size()) |= 1U << (hint.text.back() & 31);
    return letters;
}();

// There are many of them in a body.
bool isSecretMember(std::string_view name)
{
    if (name.empty() || name.size() >= lastLetters.size() || ((lastLetters[name.size()] >> (name.back() & 31)) & 1U) == 0)
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
