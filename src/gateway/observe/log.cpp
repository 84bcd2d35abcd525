// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/log.h"

#include "gateway/wire/json_writer.h"

#include <cerrno>
#include <chrono>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::observe {

namespace {

constexpr std::size_t mostWaiting = 8 * 1024 * 1024;

std::string_view name(Log::Level level)
{
    switch (level) {
    case Log::Level::Error: return "error";
    case Log::Level::Warning: return "warning";
    case Log::Level::Info: return "info";
    case Log::Level::Debug: return "debug";
    }
    return "info";
}

void writeAll(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready {STDERR_FILENO, POLLOUT, 0};
            ::poll(&ready, 1, 1000);
        } else if (errno != EINTR) {
            return;
        }
    }
}

} // namespace

Log::Log()
    : m_writer([this] { run(); })
{
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

void Log::say(Level level, std::string_view message)
{
    if (!wants(level))
        return;
    if (!m_json)
        return line(std::string(name(level)) + ": " + std::string(message));
    wire::JsonWriter json;
    json.beginObject().key("level").string(name(level)).key("message").string(message).endObject();
    line(json.take());
}

void Log::line(std::string text)
{
    text += '\n';
    const std::scoped_lock lock(m_lock);
    if (m_waiting.size() + text.size() > mostWaiting) {
        ++m_dropped;
        return;
    }
    const bool wasEmpty = m_waiting.empty();
    m_waiting += text;
    if (wasEmpty)
        m_wake.notify_one();
}

void Log::run()
{
    using namespace std::chrono_literals;
    std::string batch;
    std::unique_lock lock(m_lock);
    while (true) {
        m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        // A moment for more lines to come: under load this makes thousands of them one system call.
        if (!m_stop)
            m_wake.wait_for(lock, 50ms, [this] { return m_stop; });
        batch.swap(m_waiting);
        const std::size_t dropped = std::exchange(m_dropped, 0);
        const bool stop = m_stop;
        lock.unlock();
        if (dropped > 0)
            batch +=
                "warning: " + std::to_string(dropped) + " log lines were dropped, the log could not be written fast enough\n";
        writeAll(batch);
        batch.clear();
        if (stop)
            return;
        lock.lock();
    }
}

} // namespace gatehouse::observe
