// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"

#include <string>
#include <string_view>

/// What a provider said when it failed, made fit to be repeated, and the errors that are not an HTTP reply of their own.
namespace gatehouse::translate {

struct View;

/// \a text without anything that looks like a credential, and cut to a length a log line can bear.
std::string repeatable(std::string_view text);

/// An error object that came inside an answer or a stream with status 200. \a error is its JSON text (an object or a string),
/// \a whole the text around it.
Error carriedError(const View &view, std::string_view error, std::string_view whole);

/// An answer or a stream that is not what the provider's dialect says it must be: a bad gateway, 502.
Error brokenAnswer(const View &view, std::string_view what);

/// A stream that ended before its provider said so, or before it began: a failed connection, as LiteLLM has it (at Anthropic's
/// own door a bad gateway, as everything that Anthropic did not say itself).
Error cutAnswer(const View &view, std::string_view what);

} // namespace gatehouse::translate
