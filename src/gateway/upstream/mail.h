// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::upstream {

/// A server that takes letters, and how to come to it.
struct MailServer {
    enum class Security { None, StartTls, Tls };
    std::string host = {};
    std::uint16_t port = 587;
    Security security = Security::StartTls; ///< never less than it says: a server without TLS then gets nothing
    std::string user = {};                  ///< empty = it asks nobody who he is
    Secret password = {};
    std::string caFile = {}; ///< as Settings::caFile
    bool verifyPeer = true;
    std::chrono::milliseconds patience {30'000}; ///< for the whole delivery
};

/// A whole message as RFC 5322 has it, lines ending in CR LF, and its envelope.
struct Letter {
    std::string from = {};
    std::vector<std::string> to = {};
    std::string text = {};
};

/// Whether \a address is one that may stand in an envelope: one @, no space, no bracket, no control character.
bool isMailAddress(std::string_view address);

/// Brings letters to mail servers by SMTP. Each is on its way on a thread of its own, because libcurl waits for what a mail
/// server says; nobody else does. One letter at a time. Destroying it gives a letter up, which takes up to a second.
class Mailer : public QObject
{
public:
    Mailer();
    ~Mailer() override;

    bool isBusy() const;
    /// \a done is called from the event loop, once: never from inside send(). Errors are Fault::InvalidRequest (an address that
    /// cannot be one, or the server will not have this letter: trying again is of no use), Fault::Timeout and
    /// Fault::ApiConnection. Must not be called while it isBusy().
    void send(const MailServer &server, Letter letter, std::function<void(Result<>)> done);

private:
    class Delivery;
    std::unique_ptr<Delivery> m_delivery;
};

} // namespace gatehouse::upstream
