// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/refused_words.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

struct StatusReason {
    int status;
    std::string_view reason;
};
constexpr std::array statuses {
    StatusReason {401, "key_refused"},
    StatusReason {403, "key_refused"},
    StatusReason {404, "not_found"},
    StatusReason {408, "timeout"},
    StatusReason {429, "rate_limited"},
};

/// A sentence about a provider: what stands behind its title.
struct Sentence {
    std::string_view reason, rest;
};
constexpr std::array sentences {
    Sentence {"key_refused", " refused the key"},
    Sentence {"unreachable", " cannot be reached: check the address, and whether it runs"},
    Sentence {"timeout", " gave no answer in time"},
    Sentence {"not_found", " has nothing at this address: check it, above all whether it ends in /v1"},
    Sentence {"rate_limited", " takes no more requests of this key for now"},
    Sentence {"provider_error", " answered with an error"},
    Sentence {"unreadable", " answered, but with no list of models"},
    Sentence {"too_large", "'s list of models is larger than 8 MiB"},
    Sentence {"no_list", " does not tell which models it has: choose from the catalogue, or write the name"},
};

} // namespace

std::string_view reasonForStatus(int status)
{
    const auto row =
        std::find_if(statuses.begin(), statuses.end(), [status](const StatusReason &each) { return each.status == status; });
    return row == statuses.end() ? std::string_view("provider_error") : row->reason;
}

std::string_view reasonFor(const Error &error)
{
    switch (error.fault) {
    case Fault::Timeout: return "timeout";
    case Fault::ApiConnection: return "unreachable";
    case Fault::InvalidRequest: // what cannot be sent, such as an address that is none
    case Fault::NotBuiltYet: return "not_configured";
    default: return reasonForStatus(error.httpStatus());
    }
}

std::string sentenceFor(std::string_view reason, std::string_view provider, int status)
{
    const auto row =
        std::find_if(sentences.begin(), sentences.end(), [reason](const Sentence &each) { return each.reason == reason; });
    std::string text(provider);
    text += row == sentences.end() ? std::string_view(" could not be asked") : row->rest;
    if (status != 0)
        text += " (HTTP " + std::to_string(status) + ")";
    return text + ".";
}

} // namespace gatehouse::admin
