// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

namespace gatehouse::upstream {

/// What the environment says about proxies. libcurl reads the variables itself, with one exception that it makes for CGI
/// programs and that other clients do not make: HTTP_PROXY in upper case, which we hand to it.
struct ProxyEnvironment {
    bool any = false;      ///< false spares libcurl looking for eight variables in every request
    std::string plainHttp; ///< the proxy for http:// addresses that libcurl would overlook; empty = none

    static ProxyEnvironment read();
};

} // namespace gatehouse::upstream
