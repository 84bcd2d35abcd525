// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/handle.h"

#include "gateway/upstream/engine.h"
#include "gateway/upstream/public_place.h"

#include <limits>

#include <sys/socket.h>

namespace gatehouse::upstream {

namespace {

constexpr long readBuffer = 64 * 1024;
constexpr long bulkyBuffer = 512 * 1024;

bool startsWith(std::string_view url, std::string_view scheme)
{
    return url.size() > scheme.size() && wire::sameName(url.substr(0, scheme.size()), scheme);
}

bool mayHaveBody(std::string_view method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

Failure<Error> invalid(std::string message)
{
    return Failure {Error {Fault::InvalidRequest, std::move(message)}};
}

} // namespace

Handle::Handle(Engine *engine)
    : m_engine(engine)
    , m_easy(curl_easy_init())
{
    configure();
}

Handle::~Handle()
{
    curl_easy_cleanup(m_easy);
}

int Handle::osError() const
{
    long error = 0;
    curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &error);
    return static_cast<int>(error);
}

void Handle::configure()
{
    const Settings &settings = m_engine->settings();
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, &Engine::onSocketOpened);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTDATA, m_engine);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETFUNCTION, &Engine::onSocketClosing);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETDATA, m_engine);
    curl_easy_setopt(m_easy, CURLOPT_SHARE, m_engine->share());
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPIDLE, 60L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPINTVL, 15L);
    curl_easy_setopt(m_easy, CURLOPT_BUFFERSIZE, readBuffer);
    // A burst to a provider that is not connected yet waits for ALPN's word and then shares one HTTP/2 connection.
    curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, 1L);
    setTrust();
    curl_easy_setopt(m_easy, CURLOPT_IPRESOLVE, settings.forceIpv4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_WHATEVER);
    if (!m_engine->proxies().any) {
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
        curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "");
    }
    setRoute();
}

void Handle::setTrust()
{
    const Settings &settings = m_engine->settings();
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, settings.verifyPeer ? 1L : 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, settings.verifyPeer ? 2L : 0L);
    const bool ownFile = !settings.caFile.empty();
    if (ownFile)
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, settings.caFile.c_str());
    // libcurl keeps the authorities of a file in memory, but not when a directory is named too, as distributions do: then
    // it reads them all for each connection, which takes 29 ms instead of 0.8 ms.
    if (ownFile || curl_version_info(CURLVERSION_NOW)->cainfo)
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr);
}

Result<> Handle::set(const Outgoing &outgoing)
{
    if (!isToken(outgoing.method))
        return invalid("The method of the request to the provider is not valid");
    if (!m_headers.fill(outgoing.headers))
        return invalid("The header " + m_headers.culprit() + " cannot be sent to a provider");
    if (Result<> done = setUrl(outgoing.url); !done)
        return done;
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers.list());
    setMethod(outgoing);
    if (outgoing.upload)
        setUpload(*outgoing.upload);
    else if (m_withBody)
        setBody(outgoing.body);
    setConnectLimit(outgoing.timeouts.connect);
    setDirect(outgoing.isDirect || outgoing.isPublicOnly);
    setPublicOnly(outgoing.isPublicOnly);
    return {};
}

Result<> Handle::setUrl(const std::string &url)
{
    if (url == m_url)
        return {};
    // Without a scheme libcurl would guess http, and send the key in clear.
    const bool isHttp = startsWith(url, "https:") || startsWith(url, "http:");
    if (!isHttp || curl_easy_setopt(m_easy, CURLOPT_URL, url.c_str()) != CURLE_OK)
        return invalid("The provider's address is not an http or https URL");
    m_url = url;
    setParsed();
    if (startsWith(m_url, "https:") != m_secure)
        setRoute();
    return {};
}

/// Given the text alone, libcurl would take it apart for each request, and put it together again.
void Handle::setParsed()
{
    m_parsed.reset(curl_url());
    const bool isSound = m_parsed && curl_url_set(m_parsed.get(), CURLUPART_URL, m_url.c_str(), 0) == CURLUE_OK;
    curl_easy_setopt(m_easy, CURLOPT_CURLU, isSound ? m_parsed.get() : nullptr); // it complains itself of what it cannot read
}

void Handle::setConnectLimit(std::chrono::milliseconds limit)
{
    if (limit == m_connect)
        return;
    m_connect = limit;
    // 0 would be libcurl's default of five minutes.
    const auto count = limit.count() > 0 ? limit.count() : std::numeric_limits<int>::max();
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(count));
}

void Handle::setDirect(bool isDirect)
{
    if (isDirect == m_direct)
        return;
    m_direct = isDirect;
    curl_easy_setopt(m_easy, CURLOPT_NOPROXY, isDirect ? "*" : nullptr); // nullptr: as the environment says
}

/// A connection that was made for others was not looked at, and one that is made for a stranger's address is nobody else's.
void Handle::setPublicOnly(bool isPublicOnly)
{
    m_metPrivatePlace = false;
    if (isPublicOnly == m_publicOnly)
        return;
    m_publicOnly = isPublicOnly;
    const long isOwn = isPublicOnly ? 1L : 0L;
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, isOwn);
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, isOwn);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, isPublicOnly ? &Handle::openPublic : nullptr);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETDATA, this);
}

/// libcurl asks for a socket for each address that it is about to connect to.
curl_socket_t Handle::openPublic(void *handle, curlsocktype, curl_sockaddr *address)
{
    if (isPublicPlace(address->addr))
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    static_cast<Handle *>(handle)->m_metPrivatePlace = true;
    return CURL_SOCKET_BAD;
}

/// HTTP/2 in clear would need an upgrade nobody offers, and asking for it makes parallel requests wait for each other.
void Handle::setRoute()
{
    m_secure = startsWith(m_url, "https:");
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, m_secure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1);
    const std::string &proxy = m_engine->proxies().plainHttp;
    if (!proxy.empty())
        curl_easy_setopt(m_easy, CURLOPT_PROXY, m_secure ? nullptr : proxy.c_str());
}

void Handle::setMethod(const Outgoing &outgoing)
{
    const std::string &method = outgoing.method;
    const bool withBody = mayHaveBody(method) || !outgoing.body.empty() || outgoing.upload;
    if (method == m_method && withBody == m_withBody)
        return;
    m_method = method;
    m_withBody = withBody;
    curl_easy_setopt(m_easy, withBody ? CURLOPT_POST : CURLOPT_HTTPGET, 1L);
    const bool isHead = method == "HEAD" && !withBody;
    if (isHead)
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
    const bool isPlain = isHead || method == (withBody ? "POST" : "GET");
    curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, isPlain ? nullptr : method.c_str());
}

void Handle::setBody(const std::string &body)
{
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, body.data());
    makeRoomFor(body.size());
}

void Handle::makeRoomFor(std::uint64_t body)
{
    if (m_bulky || body <= static_cast<std::uint64_t>(readBuffer))
        return;
    m_bulky = true;
    curl_easy_setopt(m_easy, CURLOPT_UPLOAD_BUFFERSIZE, bulkyBuffer);
}

/// Without a text libcurl asks the Transfer's read function; without a size it sends chunks.
void Handle::setUpload(const wire::BodySource &upload)
{
    const auto length = upload.length();
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, nullptr);
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, length ? static_cast<curl_off_t>(*length) : curl_off_t(-1));
    makeRoomFor(length.value_or(0));
}

} // namespace gatehouse::upstream
