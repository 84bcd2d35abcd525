// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace gatehouse::observe {

/// Lines for the operator, on standard error or in systemd's journal, written by one thread in batches, so that a slow terminal
/// or journal never slows a request. Bounded: beyond 8 MiB waiting, lines are dropped and the drop is said. Any thread may write.
class Log
{
public:
    enum class Level : std::uint8_t { Error, Warning, Info, Debug };
    enum class Category : std::uint8_t { General, Http, Request, Routing, Store, Sinks, Config, People };
    static constexpr std::size_t categories = 8;
    /// How lines look: for people, the same with colours, one JSON object each, or as datagrams of the journal.
    enum class Form : std::uint8_t { Plain, Colored, Json, Journal };

    /// \a descriptor is where lines are written; it is not closed.
    explicit Log(int descriptor = 2);
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    void setLevel(Level level); ///< of all categories
    void setLevel(Category category, Level level) { m_levels[static_cast<std::size_t>(category)] = level; }
    bool wants(Level level, Category category = Category::General) const
    {
        return level <= m_levels[static_cast<std::size_t>(category)];
    }
    void setForm(Form form) { m_form = form; }
    /// The journal that listens at \a socket, from the next line on.
    void setJournal(std::string socket);
    Form form() const { return m_form; }

    /// Something to be said, in one line without secrets: what looks like a credential is taken out once more.
    struct Remark {
        Category category = Category::General;
        std::string_view message = {};
        std::string_view callId = {}; ///< of the call it concerns; empty = it concerns none
    };
    void say(Level level, const Remark &remark);
    void say(Level level, std::string_view message) { say(level, Remark {Category::General, message}); }
    /// A line, or a datagram, that is complete already and of form().
    void put(std::string entry);

private:
    void run();
    void write(std::string_view text) const;

    const int m_descriptor;
    std::array<std::atomic<Level>, categories> m_levels;
    std::atomic<Form> m_form {Form::Plain};
    std::mutex m_lock; // of all below
    std::condition_variable m_wake;
    std::string m_waiting;
    std::vector<std::string> m_datagrams;
    std::size_t m_waitingBytes = 0; ///< of both
    std::string m_socket;
    std::size_t m_dropped = 0;
    bool m_stop = false;
    std::thread m_writer;
};

std::string_view toString(Log::Level level);
std::string_view toString(Log::Category category);

} // namespace gatehouse::observe
