// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/result.h"
#include "gateway/wire/body_source.h"
#include "gateway/wire/headers.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::upstream {

class Engine;
class Transfer;

/// Limits of one attempt; 0 = none. The last three run from send(); where there is an upload, from its end, and until then the
/// shortest of firstByte and total is how long the provider may take nothing of it. They do not run while the upload waits for
/// its source.
struct Timeouts {
    std::chrono::milliseconds connect {10'000};
    std::chrono::milliseconds firstByte {0}; ///< until the head of the response is complete
    std::chrono::milliseconds idle {0};      ///< between bytes of a body; does not run while the attempt is paused
    std::chrono::milliseconds total {0};     ///< until the end, pauses included
};

/// One HTTP request to a provider. Content-Length, Transfer-Encoding, Connection, Expect and Accept-Encoding are ours:
/// such headers are dropped.
struct Outgoing {
    std::string method = "POST";
    std::string url;
    wire::Headers headers = {};
    std::string body = {};
    Timeouts timeouts = {};
    bool isDirect = false; ///< through no proxy, whatever the environment says: for what is near, as metadata servers are
    /// The address is a stranger's word: only a place that everybody can reach (public_place.h) is connected to, over a
    /// connection of its own and through no proxy. What is checked is the very address that is connected to, so no second answer
    /// of a name server can slip in between.
    bool isPublicOnly = false;
    /// A body that is read as it is sent, in place of the other. With a length it goes with a Content-Length, else in chunks.
    std::unique_ptr<wire::BodySource> upload = {};
};

/// Hears how an attempt goes: onHead once, onBytes any number of times, onEnded once; an attempt that fails early has only
/// the last. Called from the event loop, never from inside send(), pause() or resume(). Inside any of them the Attempt
/// and even the Client may be destroyed.
class AttemptListener
{
public:
    virtual void onHead(int status, wire::Headers headers) = 0;
    /// What one read from the network brought, in one piece.
    virtual void onBytes(std::string_view bytes) = 0;
    /// Success means that the whole body came. Errors are Fault::Timeout (the message says which one and its value),
    /// Fault::ApiConnection (refused, cut, DNS, TLS, not HTTP), Fault::InvalidRequest (a header or URL that cannot be sent),
    /// Fault::Forbidden (isPublicOnly, and it leads to a place that is not public), and whatever the source of an upload failed
    /// with. An answer may come, and be whole, before all of an upload was sent.
    virtual void onEnded(Result<> outcome) = 0;

protected:
    ~AttemptListener() = default;
};

/// One request on its way. Destroying it cancels: the connection (over HTTP/2 the stream) is closed at once and the
/// listener is not called again.
class Attempt
{
public:
    explicit Attempt(Transfer *transfer)
        : m_transfer(transfer)
    {
    }
    ~Attempt();
    Attempt(const Attempt &) = delete;
    Attempt &operator=(const Attempt &) = delete;

    /// No bytes come until resume(); what the provider sends stays in the kernel, but for one read. (Over HTTP/2 up to
    /// curl's window of 32 MiB a stream may still be taken in.)
    void pause();
    void resume();

private:
    friend class Transfer;
    Transfer *m_transfer; ///< null when the attempt has ended or the Client is gone
};

/// How the connections of a Client are made.
struct Settings {
    std::string caFile = {}; ///< PEM file of trusted authorities instead of the system's; empty = the system's
    bool verifyPeer = true;
    bool forceIpv4 = false;
    std::size_t maxErrorBody = 1024 * 1024; ///< a body of a status from 400 on that is longer than this ends as an error
};

/// The HTTP client of one worker: owns its connections to providers and keeps them open for the next request. HTTP/2 by
/// ALPN over TLS, HTTP/1.1 in clear; follows no redirects, asks for no compression. Everything happens on the thread that
/// made it. Proxies come from the environment (http_proxy, https_proxy, all_proxy, no_proxy, in either case) as it was when
/// the Client was made. A request is sent once: when a kept connection dies before any byte of the answer, that is a failure.
class Client : public QObject
{
public:
    explicit Client(Settings settings, QObject *parent = nullptr);
    ~Client() override;

    /// Sends as much of \a outgoing as the socket takes at once. The listener must outlive the attempt.
    std::unique_ptr<Attempt> send(Outgoing outgoing, AttemptListener *listener);

private:
    std::unique_ptr<Engine> m_engine;
};

} // namespace gatehouse::upstream
