// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/wire/headers.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse::upstream {

/// Reads the head of a response line by line, as libcurl hands it over. Interim (1xx) heads are skipped, trailers ignored;
/// the lines of all of them together are bounded.
class HeadReader
{
public:
    static constexpr std::size_t maxBytes = 256 * 1024;

    void reset();
    /// False when the response must not be read on; complaint() says why.
    bool takeLine(std::string_view line);
    bool isComplete() const { return m_complete; }
    int status() const { return m_status; }
    wire::Headers takeHeaders() { return std::move(m_headers); }
    const std::string &complaint() const { return m_complaint; }

private:
    bool refuse(std::string why);
    void begin(std::string_view statusLine);
    bool takeField(std::string_view line);
    bool finish();

    int m_status = 0;
    bool m_complete = false;
    std::size_t m_bytes = 0;
    wire::Headers m_headers;
    std::string m_complaint;
};

} // namespace gatehouse::upstream
