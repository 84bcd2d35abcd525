// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/file_question.h"
#include "gateway/config/path.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the doors of the configuration's file say, in JSON: docs/config-api.md.
namespace gatehouse::admin {

/// \a text as JSON can hold it: bytes that are no UTF-8 become U+FFFD.
std::string asUtf8(std::string_view text);
/// From one text to another.
std::string diffJson(std::string_view before, std::string_view after);
/// \a said of \a text, which is the file \a name.
std::string problemsJson(std::span<const config::Diagnostic> said, const std::string &text, const std::string &name);
std::string listJson(std::span<const std::string> words);

/// An error with more members beside it; \a members is JSON without its braces, or empty.
config::FileAnswer refused(
    int status, const std::string &message, const std::string &param = {}, const std::string &members = {});

} // namespace gatehouse::admin
