// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/web_address.h"

#include "gateway/wire/headers.h"

#include <curl/curl.h>

#include <memory>

namespace gatehouse::upstream {

namespace {

constexpr std::size_t longest = 8 * 1024;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::optional<std::string> part(const Url &url, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK)
        return std::nullopt;
    std::string result(text);
    curl_free(text);
    return result;
}

bool put(const Url &url, std::string_view text)
{
    const bool isWhole = text.size() <= longest && text.find('\0') == text.npos;
    return isWhole && curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_URLENCODE) == CURLUE_OK;
}

std::optional<WebAddress> read(const Url &url)
{
    const auto scheme = part(url, CURLUPART_SCHEME);
    const auto host = part(url, CURLUPART_HOST), port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    const auto text = part(url, CURLUPART_URL);
    if (!scheme || (*scheme != "http" && *scheme != "https") || !host || host->empty() || !port || !text)
        return std::nullopt;
    WebAddress result {*text, wire::lowered(*host), *port};
    while (result.host.ends_with('.'))
        result.host.pop_back();
    result.hasUser = part(url, CURLUPART_USER) || part(url, CURLUPART_PASSWORD);
    return result;
}

} // namespace

std::optional<WebAddress> webAddress(std::string_view url)
{
    const Url parsed(curl_url(), &curl_url_cleanup);
    return put(parsed, url) ? read(parsed) : std::nullopt;
}

std::optional<WebAddress> webAddress(const WebAddress &base, std::string_view location)
{
    const Url parsed(curl_url(), &curl_url_cleanup);
    return put(parsed, base.text) && put(parsed, location) ? read(parsed) : std::nullopt;
}

} // namespace gatehouse::upstream
