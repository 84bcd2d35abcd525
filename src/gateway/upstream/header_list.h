// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/wire/headers.h"

#include <curl/curl.h>

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::upstream {

/// Request headers in libcurl's form. Owned by a Transfer and filled again for each request: once it has grown, filling it
/// allocates nothing.
class HeaderList
{
public:
    /// False when a name or value cannot be sent; culprit() is its name.
    bool fill(const wire::Headers &headers);
    curl_slist *list() { return m_nodes.empty() ? nullptr : m_nodes.data(); }
    const std::string &culprit() const { return m_culprit; }

private:
    void append(std::string_view name, std::string_view value);
    void appendLine(std::string_view line);
    void link();

    std::string m_text;
    std::vector<std::size_t> m_offsets;
    std::vector<curl_slist> m_nodes;
    std::string m_culprit;
};

/// True for what HTTP calls a token: method and header names.
bool isToken(std::string_view text);

} // namespace gatehouse::upstream
