// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/log.h"

#include "gateway/core/unsaid.h"
#include "gateway/observe/journal.h"
#include "gateway/observe/log_text.h"

#include <cerrno>
#include <chrono>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::observe {

namespace {

constexpr std::size_t mostWaiting = 8 * 1024 * 1024;

} // namespace

Log::Log(int descriptor)
    : m_descriptor(descriptor)
    , m_writer([this] { run(); })
{
    setLevel(Level::Info);
}

Log::~Log()
{
    {
        const std::scoped_lock lock(m_lock);
        m_stop = true;
    }
    m_wake.notify_one();
    m_writer.join();
}

void Log::setLevel(Level level)
{
    for (auto &each : m_levels)
        each = level;
}

void Log::setJournal(std::string socket)
{
    const std::scoped_lock lock(m_lock);
    m_socket = std::move(socket);
    m_form = Form::Journal;
}

void Log::say(Level level, const Remark &remark)
{
    if (!wants(level, remark.category))
        return;
    const std::string clean = withoutSecrets(remark.message);
    put(textOf({level, remark.category, clean, remark.callId, Clock().wall()}, m_form));
}

void Log::put(std::string entry)
{
    const std::scoped_lock lock(m_lock);
    if (m_waitingBytes + entry.size() > mostWaiting) {
        ++m_dropped;
        return;
    }
    const bool wasEmpty = m_waitingBytes == 0;
    m_waitingBytes += entry.size() + 1;
    if (m_form == Form::Journal) {
        m_datagrams.push_back(std::move(entry));
    } else {
        m_waiting += entry;
        m_waiting += '\n';
    }
    if (wasEmpty)
        m_wake.notify_one();
}

void Log::write(std::string_view text) const
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_descriptor, text.data(), text.size());
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready {m_descriptor, POLLOUT, 0};
            ::poll(&ready, 1, 1000);
        } else if (errno != EINTR) {
            return;
        }
    }
}

void Log::run()
{
    using namespace std::chrono_literals;
    std::string batch;
    std::vector<std::string> datagrams;
    JournalSocket journal;
    std::unique_lock lock(m_lock);
    while (true) {
        m_wake.wait(lock, [this] { return m_stop || m_waitingBytes > 0; });
        // A moment for more lines to come: under load this makes thousands of them one system call.
        if (!m_stop)
            m_wake.wait_for(lock, 50ms, [this] { return m_stop; });
        batch.swap(m_waiting);
        datagrams.swap(m_datagrams);
        m_waitingBytes = 0;
        const std::size_t dropped = std::exchange(m_dropped, 0);
        const std::string socket = m_socket;
        const bool stop = m_stop;
        lock.unlock();
        if (dropped > 0)
            batch +=
                "warning: " + std::to_string(dropped) + " log lines were dropped, the log could not be written fast enough\n";
        for (const std::string &datagram : datagrams) {
            if (!journal.send(datagram, socket))
                batch += messageOf(datagram) + "\n"; // its words, where it would have gone without the journal
        }
        write(batch);
        batch.clear();
        datagrams.clear();
        if (stop)
            return;
        lock.lock();
    }
}

std::string_view toString(Log::Level level)
{
    switch (level) {
    case Log::Level::Error: return "error";
    case Log::Level::Warning: return "warning";
    case Log::Level::Info: return "info";
    case Log::Level::Debug: return "debug";
    }
    return "info";
}

std::string_view toString(Log::Category category)
{
    constexpr std::array<std::string_view, Log::categories> names {
        "general", "http", "request", "routing", "store", "sinks", "config", "people"};
    return names[static_cast<std::size_t>(category)];
}

} // namespace gatehouse::observe
