// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>

namespace gatehouse::guardrails {

namespace {

// What PCRE2 may try from one place of the text, in kilobytes and in steps; its limit of steps begins anew at the next place. So
// the places are looked at a few at a time, with a look at the clock between: at worst a search takes a few times the patience.
constexpr std::uint32_t mostSteps = 10'000;
constexpr std::uint32_t mostHeap = 4096;
constexpr std::size_t placesAtOnce = 1024;
constexpr std::chrono::milliseconds patience {50};

// Of this thread's own work: on a busy machine others take their time, too.
std::chrono::nanoseconds worked()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

template <typename T, void (*release)(T *)> struct Release {
    void operator()(T *held) const { release(held); }
};
using Compiled = std::unique_ptr<pcre2_code, Release<pcre2_code, pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context, pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Release<pcre2_match_context, pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Release<pcre2_match_data, pcre2_match_data_free>>;

PCRE2_SPTR units(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::string wordsOf(int error)
{
    constexpr std::size_t room = 256;
    PCRE2_UCHAR words[room] {};
    pcre2_get_error_message(error, words, room);
    return reinterpret_cast<const char *>(words);
}

// Where the next search begins that is to find nothing twice: behind a match, or a character further where it was empty.
std::size_t behind(const Range &match, std::string_view text)
{
    if (match.size > 0)
        return match.end();
    std::size_t at = match.begin + 1;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
        ++at;
    return at;
}

} // namespace

struct Pattern::Code {
    Compiled compiled;
};

Pattern::Pattern(std::unique_ptr<Code> code)
    : m_code(std::move(code))
{
}
Pattern::Pattern(Pattern &&) noexcept = default;
Pattern &Pattern::operator=(Pattern &&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern, std::string> Pattern::compile(const std::string &expression, Case cases)
{
    std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C;
    if (cases == Case::Ignored)
        options |= PCRE2_CASELESS;
    int error = 0;
    PCRE2_SIZE place = 0;
    Compiled compiled(pcre2_compile(units(expression), expression.size(), options, &error, &place, nullptr));
    if (!compiled)
        return Failure {wordsOf(error) + " at character " + std::to_string(place + 1)};
    pcre2_jit_compile(compiled.get(), PCRE2_JIT_COMPLETE); // where there is none, the interpreter finds the same
    return Pattern(std::make_unique<Code>(Code {std::move(compiled)}));
}

std::optional<std::vector<Range>> Pattern::findAll(std::string_view text) const
{
    std::vector<Range> found;
    const MatchContext context(pcre2_match_context_create(nullptr));
    const MatchData data(pcre2_match_data_create_from_pattern(m_code->compiled.get(), nullptr));
    pcre2_set_match_limit(context.get(), mostSteps);
    pcre2_set_heap_limit(context.get(), mostHeap);
    const auto begunAt = worked();
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t last = std::min(at + placesAtOnce, text.size());
        pcre2_set_offset_limit(context.get(), last);
        const auto search = [&](std::uint32_t options) {
            return pcre2_match(
                m_code->compiled.get(), units(text), text.size(), at, options | PCRE2_NO_UTF_CHECK, data.get(), context.get());
        };
        int outcome = search(0);
        if (outcome == PCRE2_ERROR_JIT_STACKLIMIT) // the interpreter takes from the heap instead
            outcome = search(PCRE2_NO_JIT);
        if (outcome < 0 && outcome != PCRE2_ERROR_NOMATCH)
            return std::nullopt;
        if (outcome == PCRE2_ERROR_NOMATCH) {
            at = last + 1;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
                ++at;
        } else {
            const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data.get());
            const Range match {ends[0], ends[1] > ends[0] ? ends[1] - ends[0] : 0};
            if (match.size > 0)
                found.push_back(match);
            at = behind(match, text);
        }
        if (worked() - begunAt > patience)
            return std::nullopt;
    }
    return found;
}

std::string literal(std::string_view text)
{
    constexpr std::string_view special = R"(\^$.[]|()?*+{}-#/)";
    std::string expression;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos || c == ' ' || c == '\t')
            expression += '\\';
        expression += c;
    }
    return expression;
}

} // namespace gatehouse::guardrails
