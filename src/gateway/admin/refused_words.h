// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"

#include <string>
#include <string_view>

/// Why a provider that was tried out did not do what was asked of it, for people and for programs.
namespace gatehouse::admin {

/// Why, in a word: "key_refused", "unreachable", "timeout", "not_found", "rate_limited", "provider_error", "unreadable",
/// "too_large", "no_list", "not_configured".
std::string_view reasonForStatus(int status);
std::string_view reasonFor(const Error &error);

/// The sentence that goes with \a reason. \a provider is called by its title; nothing that it wrote is in it.
std::string sentenceFor(std::string_view reason, std::string_view provider, int status);

} // namespace gatehouse::admin
