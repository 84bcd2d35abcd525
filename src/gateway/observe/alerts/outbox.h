// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/upstream/client.h"
#include "gateway/upstream/mail.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::observe::alerts {

/// A message on its way: a JSON body to be posted, or a letter.
struct Parcel {
    std::string channel = {}; ///< "slack"
    Secret url = {};
    std::string body = {};
    std::optional<upstream::Letter> letter = {};
    /// Somebody waits to hear how it goes: it is tried once then. Else it is tried until it arrives.
    std::function<void(Result<>)> done = {};
};

/// Brings messages to where they go, in order, each address by itself: one that is away holds up no other. What fails is tried
/// again after a pause that grows to a minute; what will never be taken (a 4xx) is dropped. Bounded: of more than \a mostWaiting
/// messages for an address the oldest is dropped. What was dropped is counted, and said once an hour. Lives on the observer's
/// thread.
class Outbox : public QObject
{
public:
    static constexpr std::size_t mostWaiting = 1000;
    using Say = std::function<void(const std::string &complaint)>;
    struct Figures {
        std::uint64_t sent = 0, dropped = 0, waiting = 0;
    };

    explicit Outbox(Say say);
    ~Outbox() override;
    /// Connections and the mail server of \a settings hold from the next message on.
    void configure(const Settings &settings);
    void post(Parcel parcel);
    Figures figures() const;

private:
    class Way;
    void complain(const std::string &complaint);

    Say m_say;
    upstream::MailServer m_server;
    std::unique_ptr<upstream::Client> m_client;
    std::map<std::string, std::unique_ptr<Way>> m_ways; // by channel and address
};

} // namespace gatehouse::observe::alerts
