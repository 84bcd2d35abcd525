// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/error.h"

#include <curl/curl.h>

#include <chrono>
#include <string>
#include <string_view>

namespace gatehouse::upstream {

/// What libcurl says of a transfer that failed.
struct Mishap {
    CURLcode code = CURLE_OK;
    int osError = 0; ///< errno of a connection that could not be made
    std::string_view url = {};
    std::string_view text = {}; ///< libcurl's own words
    bool answered = false;      ///< a head had come
    std::chrono::milliseconds connectLimit {0};
};

/// The mishap in plain words: host and port, but neither path nor query nor credentials.
Error explain(const Mishap &mishap);

/// "host:port" of an address, for messages.
std::string placeOf(std::string_view url);
/// "250 ms", "10 s"
std::string inWords(std::chrono::milliseconds duration);

} // namespace gatehouse::upstream
