// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/sinks/courier.h"
#include "gateway/observe/sinks/probe.h"
#include "gateway/upstream/client.h"
#include "gateway/upstream/mail.h"

#include <cstdint>
#include <functional>
#include <list>
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
};

/// Brings messages to where they go, in order, each address by a courier of its own: one that is away holds up no other. What
/// fails is tried again after a pause that grows to a minute; what will never be taken (a 4xx) is dropped. Bounded: of more than
/// \a mostWaiting messages for an address the oldest is dropped. What was dropped is counted, and said once an hour. Lives on the
/// observer's thread.
class Outbox
{
public:
    static constexpr std::size_t mostWaiting = 1000;
    using Say = std::function<void(const std::string &complaint)>;
    struct Figures {
        std::uint64_t sent = 0, dropped = 0, waiting = 0;
    };

    explicit Outbox(Say say);
    /// Connections and the mail server of \a settings hold from the next message on.
    void configure(const Settings &settings);
    void post(const Parcel &parcel);
    /// Sends \a parcel at once and only once; \a told hears later how it went.
    void test(const Parcel &parcel, std::function<void(Result<>)> told);
    Figures figures() const;

private:
    std::unique_ptr<sinks::Transport> transportFor(const Parcel &parcel);
    std::unique_ptr<sinks::Courier> courierFor(const Parcel &parcel);
    void forgetTested();

    Say m_say;
    upstream::MailServer m_server;
    std::unique_ptr<upstream::Client> m_client;
    std::map<std::string, std::unique_ptr<sinks::Courier>> m_couriers; // by channel and address
    std::list<std::unique_ptr<sinks::Probe>> m_tests;
};

} // namespace gatehouse::observe::alerts
