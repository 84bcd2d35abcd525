// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::upstream {

/// An http or https address as libcurl reads it, which is who connects: nobody else's reading may decide where that leads.
struct WebAddress {
    std::string text; ///< what to send to; neither a fragment nor anything that libcurl would read differently
    std::string host; ///< in small letters, without a dot at its end; IPv6 in brackets
    std::string port; ///< also where it is the scheme's own
    bool hasUser = false;

    /// "host:port"
    std::string place() const { return host + ':' + port; }
};

/// Nothing for what is no such address, or has no host.
std::optional<WebAddress> webAddress(std::string_view url);

/// What \a location, of a redirect, means behind \a base.
std::optional<WebAddress> webAddress(const WebAddress &base, std::string_view location);

} // namespace gatehouse::upstream
