// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cluster/redis_answer.h"
#include "gateway/cluster/redis_place.h"
#include "gateway/core/clock.h"
#include "gateway/core/result.h"

#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace gatehouse::cluster {

/// One connection to a Redis, on the event loop of the thread it was made on. Commands go out at once, one behind the other, and
/// are answered in order. A Redis that is away costs nobody more than Patience::answer: while it rests, every question fails at
/// once, and after a rest the next one tries to connect again.
class Redis
{
public:
    struct Patience {
        std::chrono::milliseconds answer {1000}; ///< connecting included
        std::chrono::milliseconds rest {1000};   ///< after a failure; each further one in a row doubles it, up to 30 s
    };
    /// The answer, which may be a refusal of Redis's; or why there is none.
    using Heard = std::function<void(Result<RedisAnswer>)>;

    /// Told when it begins to fail, in words without secrets.
    using Complain = std::function<void(const std::string &)>;

    explicit Redis(RedisPlace place, Complain complain = {});
    Redis(RedisPlace place, Patience patience, Complain complain = {});
    ~Redis(); ///< who still waits hears nothing
    Redis(const Redis &) = delete;
    Redis &operator=(const Redis &) = delete;

    /// \a heard may be called before this returns, while Redis rests. It must not destroy the connection.
    void ask(const std::vector<std::string_view> &words, Heard heard);
    const RedisPlace &place() const { return m_place; }

private:
    enum class State { Apart, Connecting, Ready };
    struct Waiting {
        Heard heard;
        Clock::Instant until;
    };

    void connect();
    void introduce();
    void onIntroduced(const Result<RedisAnswer> &answer);
    void write(const std::string &command, Heard heard);
    void onConnected();
    void onBytes();
    void onTimer();
    void fail(const std::string &why);

    const RedisPlace m_place;
    const Patience m_patience;
    const Complain m_complain;
    State m_state = State::Apart;
    std::unique_ptr<QSslSocket> m_socket;
    RedisReader m_reader;
    std::deque<Waiting> m_waiting; // in the order of their commands
    std::string m_unsent;          // until it is connected
    QTimer m_timer;                // of the oldest that waits
    Clock::Instant m_restsUntil {};
    int m_failures = 0; // in a row
    std::string m_trouble;
};

} // namespace gatehouse::cluster
