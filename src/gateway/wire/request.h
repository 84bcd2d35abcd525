// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/body_source.h"
#include "gateway/wire/headers.h"

#include <chrono>
#include <memory>
#include <string>

namespace gatehouse::wire {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };
std::string_view toString(Method method);

/// A raw HTTP request, whole: front/ makes one only when its last byte has come. Where the endpoint takes bodies as they come,
/// the request is made when its head is complete, and the body is read from `stream`.
struct Request {
    Method method = Method::Get;
    std::string path;         ///< percent-decoded, without query: "/v1/chat/completions"
    std::string rawPath = {}; ///< the same as it came
    std::string query;        ///< as it came, without the question mark
    Headers headers;
    std::string body;
    std::unique_ptr<BodySource> stream = {}; ///< set in place of body
    bool isHead = false;                     ///< it was HEAD: answered like GET, but for the body
    std::string peer;                        ///< address of the client
    std::chrono::steady_clock::time_point receivedAt {};

    /// The decoded value of one query parameter, or empty.
    std::string queryValue(std::string_view name) const;
};

/// Percent-decodes \a text; with \a plusIsSpace as in a query string. Broken escapes stay as they are.
std::string percentDecoded(std::string_view text, bool plusIsSpace = false);

} // namespace gatehouse::wire
