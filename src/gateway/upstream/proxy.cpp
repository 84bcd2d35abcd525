// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/proxy.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gatehouse::upstream {

namespace {

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

} // namespace

ProxyEnvironment ProxyEnvironment::read()
{
    constexpr std::array names {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    ProxyEnvironment result;
    result.any = std::any_of(names.begin(), names.end(), [](const char *name) { return !variable(name).empty(); });
    if (variable("http_proxy").empty())
        result.plainHttp = variable("HTTP_PROXY");
    return result;
}

} // namespace gatehouse::upstream
