// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/explain.h"

#include <cerrno>
#include <cstring>
#include <memory>

namespace gatehouse::upstream {

namespace {

std::string part(CURLU *url, CURLUPart which)
{
    char *text = nullptr;
    if (curl_url_get(url, which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK)
        return {};
    std::string result(text);
    curl_free(text);
    return result;
}

/// libcurl names whom it could not reach, which is the proxy where there is one: "Failed to connect to NAME port N after …".
std::string unreachable(const Mishap &mishap)
{
    constexpr std::string_view before = "Failed to connect to ", between = " port ";
    const std::size_t start = mishap.text.find(before);
    const std::size_t middle = mishap.text.find(between);
    if (start != 0 || middle == mishap.text.npos)
        return placeOf(mishap.url);
    const std::string_view port = mishap.text.substr(middle + between.size());
    return std::string(mishap.text.substr(before.size(), middle - before.size())) + ":"
        + std::string(port.substr(0, port.find(' ')));
}

std::string refusedConnection(const Mishap &mishap)
{
    const std::string place = unreachable(mishap);
    if (mishap.osError == ECONNREFUSED)
        return "Connection refused by " + place;
    if (mishap.osError == EHOSTUNREACH || mishap.osError == ENETUNREACH)
        return "There is no route to " + place;
    if (mishap.osError)
        return "Cannot connect to " + place + ": " + std::strerror(mishap.osError);
    return "Cannot connect to " + place;
}

std::string brokenTls(const Mishap &mishap)
{
    const std::string_view reason = mishap.text.empty() ? curl_easy_strerror(mishap.code) : mishap.text;
    return "No secure connection (TLS) to " + placeOf(mishap.url) + ": " + std::string(reason)
        + ". To trust its authority set ssl_verify to the PEM file of that authority; ssl_verify: false turns the check off; "
          "ssl_certificate is the certificate we show, where the server asks for one";
}

std::string brokenConnection(const Mishap &mishap)
{
    const std::string place = placeOf(mishap.url);
    // libcurl reports a proxy's refusal as a broken connection.
    if (mishap.text.find("CONNECT") != mishap.text.npos)
        return "The proxy made no connection to " + place + ": " + std::string(mishap.text);
    if (mishap.answered)
        return place + " cut the connection before the end of its answer";
    return place + " cut the connection before it answered";
}

bool isTls(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT: return true;
    default: return false;
    }
}

std::string notHttp(const Mishap &mishap)
{
    return "The answer of " + placeOf(mishap.url) + " is not valid HTTP";
}

std::string noConnection(const Mishap &mishap)
{
    if (mishap.connectLimit.count() == 0) // the operating system's own limit
        return "The connect time-out of the operating system passed: no connection to " + placeOf(mishap.url);
    return "The connect time-out of " + inWords(mishap.connectLimit) + " passed: no connection to " + placeOf(mishap.url);
}

std::string inPlainWords(const Mishap &mishap)
{
    switch (mishap.code) {
    case CURLE_COULDNT_RESOLVE_HOST: return "Cannot find the address of " + placeOf(mishap.url) + " (DNS)";
    case CURLE_COULDNT_RESOLVE_PROXY: return "Cannot find the address of the proxy for " + placeOf(mishap.url) + " (DNS)";
    case CURLE_COULDNT_CONNECT: return refusedConnection(mishap);
    case CURLE_GOT_NOTHING: return placeOf(mishap.url) + " closed the connection without an answer";
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_SEND_FAIL_REWIND: return brokenConnection(mishap); // it wanted to send an upload once more on another
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY: return notHttp(mishap);
    default: break;
    }
    if (isTls(mishap.code))
        return brokenTls(mishap);
    return "The request to " + placeOf(mishap.url) + " failed: " + curl_easy_strerror(mishap.code);
}

/// libcurl has one code for an answer that is not HTTP and for an address that is neither http nor https.
bool isBadAddress(const Mishap &mishap)
{
    return mishap.code == CURLE_URL_MALFORMAT
        || (mishap.code == CURLE_UNSUPPORTED_PROTOCOL && mishap.text.starts_with("Protocol "));
}

} // namespace

Error explain(const Mishap &mishap)
{
    if (isBadAddress(mishap))
        return {Fault::InvalidRequest, "The provider's address is not an http or https URL"};
    if (mishap.code == CURLE_OPERATION_TIMEDOUT)
        return {Fault::Timeout, noConnection(mishap)};
    return {Fault::ApiConnection, inPlainWords(mishap)};
}

std::string placeOf(std::string_view url)
{
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
    if (curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK)
        return "the provider";
    return part(parsed.get(), CURLUPART_HOST) + ":" + part(parsed.get(), CURLUPART_PORT);
}

std::string inWords(std::chrono::milliseconds duration)
{
    const auto count = duration.count();
    return count >= 1000 && count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

} // namespace gatehouse::upstream
