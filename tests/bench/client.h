// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "response_reader.h"

#include <chrono>
#include <string>

namespace bench {

using Clock = std::chrono::steady_clock;

/// One keep-alive connection of the load generator. It sends one request at a time and reads its answer; epoll's events
/// are handed in from outside.
class Client
{
public:
    enum class State { Idle, Busy, Dead };

    /// Connects to 127.0.0.1:\a port from 127.0.0.(1 + \a source), blocking; Dead when that fails.
    Client(int epoll, int port, int source);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// Sends \a request, which must outlive the exchange. \a intended is when it should have been sent.
    void start(const std::string &request, Clock::time_point intended);
    void onWritable();
    /// Reads what is there; afterwards state() tells whether the answer is whole.
    void onReadable();

    State state() const { return m_state; }
    bool hasFirstByte() const { return m_firstByte != Clock::time_point(); }
    Clock::time_point intended() const { return m_intended; }
    Clock::time_point firstByte() const { return m_firstByte; }
    const ResponseReader &response() const { return m_reader; }
    int takeNewEvents();

private:
    void watch(bool writable);

    int m_epoll;
    int m_fd = -1;
    State m_state = State::Idle;
    const std::string *m_request = nullptr;
    std::size_t m_sent = 0;
    bool m_isWatchingWrites = false;
    int m_seenEvents = 0;
    ResponseReader m_reader;
    Clock::time_point m_intended, m_firstByte;
};

} // namespace bench
