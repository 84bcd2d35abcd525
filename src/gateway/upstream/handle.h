// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/upstream/client.h"
#include "gateway/upstream/header_list.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

namespace gatehouse::upstream {

/// A libcurl easy handle and what it is set to: a request sets only what differs from the last one, because making or
/// resetting a handle costs more than the request. Owned by a Transfer.
class Handle
{
public:
    explicit Handle(Engine *engine);
    ~Handle();
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    CURL *curl() const { return m_easy; }
    /// Gets it ready for \a outgoing, whose body is not copied: it must stay where it is until the transfer is over.
    Result<> set(const Outgoing &outgoing);
    const std::string &url() const { return m_url; }
    /// libcurl's own words on a transfer that failed.
    const char *errorText() const { return m_errorText.data(); }
    int osError() const;
    /// The request was isPublicOnly, and at least one address that it led to was not public.
    bool metPrivatePlace() const { return m_metPrivatePlace; }

private:
    void configure();
    void setTrust();
    Result<> setUrl(const std::string &url);
    void setParsed();
    void setRoute();
    void setMethod(const Outgoing &outgoing);
    void setBody(const std::string &body);
    void setUpload(const wire::BodySource &upload);
    void makeRoomFor(std::uint64_t body);
    void setConnectLimit(std::chrono::milliseconds limit);
    void setDirect(bool isDirect);
    void setPublicOnly(bool isPublicOnly);
    static curl_socket_t openPublic(void *handle, curlsocktype, curl_sockaddr *address);

    Engine *m_engine;
    CURL *m_easy;
    std::array<char, CURL_ERROR_SIZE> m_errorText {};
    HeaderList m_headers;
    std::string m_url;
    std::unique_ptr<CURLU, void (*)(CURLU *)> m_parsed {nullptr, &curl_url_cleanup};
    std::string m_method;
    std::chrono::milliseconds m_connect {-1};
    bool m_secure = false;
    bool m_withBody = false;
    bool m_bulky = false;
    bool m_direct = false;
    bool m_publicOnly = false;
    bool m_metPrivatePlace = false;
};

} // namespace gatehouse::upstream
