// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/prebuilt.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>

namespace gatehouse::guardrails {

namespace {

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : -1;
}

// The remainder of the digits of a national number, each times its weight; -1 = there are not as many digits as weights.
int weighed(std::string_view text, std::initializer_list<int> weights, int modulus)
{
    int sum = 0;
    auto weight = weights.begin();
    for (const char c : text) {
        if (digitOf(c) < 0)
            continue;
        if (weight == weights.end())
            return -1;
        sum += digitOf(c) * *weight++;
    }
    return weight == weights.end() ? sum % modulus : -1;
}

// Brazil's check digits: each is 11 less the remainder of what stands before it, or 0.
bool holdsBrazilian(std::string_view text, std::size_t length, int highest)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return digitOf(c) >= 0; });
    if (digits.size() != length || digits.find_first_not_of(digits.front()) == std::string::npos)
        return false;
    for (std::size_t at = length - 2; at < length; ++at) {
        int sum = 0, weight = 2;
        for (std::size_t i = at; i-- > 0; weight = weight == highest ? 2 : weight + 1)
            sum += digitOf(digits[i]) * weight;
        const int rest = sum % 11;
        if (digitOf(digits[at]) != (rest < 2 ? 0 : 11 - rest))
            return false;
    }
    return true;
}

bool holdsCpf(std::string_view text)
{
    return holdsBrazilian(text, 11, 11);
}
bool holdsCnpj(std::string_view text)
{
    return holdsBrazilian(text, 14, 9);
}
bool holdsTfn(std::string_view text)
{
    return weighed(text, {1, 4, 3, 7, 5, 8, 6, 9, 10}, 11) == 0;
}
bool holdsAbn(std::string_view text)
{
    const int rest = weighed(text, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}, 89);
    return rest >= 0 && (rest + 89 - 10) % 89 == 0; // 1 is taken from its first digit
}
bool holdsBsn(std::string_view text)
{
    return weighed(text, {9, 8, 7, 6, 5, 4, 3, 2, -1}, 11) == 0;
}

// Our own expressions under LiteLLM's names.
constexpr Prebuilt table[] {
    {"email", R"((?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w-]))"},
    {"us_ssn", R"((?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]))"},
    {"us_ssn_no_dash", R"(\b(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}\b)"},
    {"us_phone", R"((?<![\w+])(?:\+?1[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ]?)[2-9]\d{2}[-. ]?\d{4}(?!\w))"},
    {"visa", R"((?<![\w-])4\d{3}(?:[ -]?\d{4}){3}(?![\w-]))", holdsLuhn},
    {"mastercard", R"((?<![\w-])(?:5[1-5]\d{2}|2[2-7]\d{2})(?:[ -]?\d{4}){3}(?![\w-]))", holdsLuhn},
    {"amex", R"((?<![\w-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-]))", holdsLuhn},
    {"discover", R"((?<![\w-])(?:6011|65\d{2}|64[4-9]\d)(?:[ -]?\d{4}){3}(?![\w-]))", holdsLuhn},
    {"credit_card", R"((?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-]))", holdsLuhn},
    {"iban", R"((?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\w))", holdsIban},
    {"aws_access_key", R"((?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9]))"},
    {"aws_secret_key",
        R"((?i:aws[\w .-]{0,20}(?:secret|key)[\w .-]{0,20}["']?\s{0,3}[:=]\s{0,3}["']?)\K[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=]))"},
    {"github_token", R"((?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255}))"},
    {"slack_token", R"((?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,250})"},
    {"generic_api_key",
        R"((?i:(?:api|access|secret)[_ -]?(?:key|token)["']?\s{0,3}[:=]\s{0,3}["']?)\K[A-Za-z0-9_-]{20,255}|(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,255})"},
    {"ipv4", R"((?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\w|\.\d))"},
    {"ipv6",
        R"((?<![\w:.])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:]))(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})*)?::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})*)?)(?![\w:]))"},
    {"url", R"((?<!\w)(?:https?|ftp)://[^\s<>"'{}|\\^`]{1,2048})"},
    {"street_address",
        R"((?i)(?<!\w)\d{1,6} (?:[\p{L}.'-]{1,30} ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|sq|highway|hwy|parkway|pkwy)(?!\w))"},
    {"passport_us", R"((?i:passport\D{0,20})\K[A-Z]?\d{8,9}(?!\w))"},
    {"passport_uk", R"((?i:passport\D{0,20})\K\d{9}(?!\w))"},
    {"passport_germany", R"((?<!\w)[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7}[CFGHJKLMNPRTVWXYZ0-9]\d?(?!\w))"},
    {"passport_france", R"((?<!\w)\d{2}[A-Z]{2}\d{5}(?!\w))"},
    {"passport_netherlands", R"((?<!\w)[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?!\w))"},
    {"passport_canada", R"((?<!\w)[A-Z]{2}\d{6}(?!\w))"},
    {"passport_india", R"((?<!\w)[A-PR-WY][1-9]\d ?\d{4}[1-9](?!\w))"},
    {"passport_australia", R"((?<!\w)[A-Z]{1,2}\d{7}(?!\w))"},
    {"passport_china", R"((?<!\w)(?:E[A-Z0-9]|G)\d{7,8}(?!\w))"},
    {"passport_japan", R"((?<!\w)[A-Z]{2}\d{7}(?!\w))"},
    {"nl_bsn_contextual", R"((?i:(?:bsn|burgerservicenummer|sofinummer)\D{0,20})\K\d{3}[.-]?\d{3}[.-]?\d{3}(?!\w))", holdsBsn},
    {"br_cpf", R"((?<!\w)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w))", holdsCpf},
    {"br_cpf_unformatted", R"((?<!\w)\d{11}(?!\w))", holdsCpf},
    {"br_cnpj", R"((?<!\w)\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}(?!\w))", holdsCnpj},
    {"br_cep", R"((?<![\w-])\d{5}-\d{3}(?![\w-]))"},
    {"br_rg", R"((?<!\w)\d{1,2}\.\d{3}\.\d{3}-[\dXx](?!\w))"},
    {"br_phone_landline", R"((?<![\w+])(?:\+?55 ?)?\(?\d{2}\)? ?[2-5]\d{3}[- ]?\d{4}(?!\w))"},
    {"br_phone_mobile", R"((?<![\w+])(?:\+?55 ?)?\(?\d{2}\)? ?9 ?\d{4}[- ]?\d{4}(?!\w))"},
    {"au_tfn", R"((?<!\w)\d{3} ?\d{3} ?\d{3}(?!\w))", holdsTfn},
    {"au_abn", R"((?<!\w)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\w))", holdsAbn},
    {"au_medicare", R"((?<!\w)[2-6]\d{3} ?\d{5} ?\d(?:[ /-]?\d)?(?!\w))"},
};

} // namespace

const Prebuilt *findPrebuilt(std::string_view name)
{
    const auto *const row =
        std::find_if(std::begin(table), std::end(table), [name](const Prebuilt &each) { return each.name == name; });
    return row == std::end(table) ? nullptr : row;
}

bool holdsLuhn(std::string_view text)
{
    int sum = 0;
    bool isDoubled = false;
    for (auto c = text.rbegin(); c != text.rend(); ++c) {
        const int digit = digitOf(*c);
        if (digit < 0)
            continue;
        const int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += isDoubled ? twice : digit;
        isDoubled = !isDoubled;
    }
    return sum % 10 == 0;
}

bool holdsIban(std::string_view text)
{
    std::string plain;
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != ' '; });
    constexpr std::size_t frontSize = 4;
    if (plain.size() <= frontSize)
        return false;
    std::rotate(plain.begin(), plain.begin() + frontSize, plain.end());
    int rest = 0;
    for (const char c : plain)
        rest = digitOf(c) >= 0 ? (rest * 10 + digitOf(c)) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    return rest == 1;
}

} // namespace gatehouse::guardrails
