// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/transport.h"
#include "gateway/upstream/mail.h"

#include <string>

namespace gatehouse::observe::alerts {

/// \a letter as a courier carries it.
std::string reportOf(const upstream::Letter &letter);

/// Brings letters to a mail server, one in a batch.
class MailTransport final : public sinks::Transport
{
public:
    /// \a server must outlive this; what it says when a letter goes is what holds for it.
    explicit MailTransport(const upstream::MailServer &server)
        : m_server(server)
    {
    }
    std::unique_ptr<sinks::Transit> send(std::span<const std::string> reports, Told told) override;

private:
    const upstream::MailServer &m_server;
};

} // namespace gatehouse::observe::alerts
