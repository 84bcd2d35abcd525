// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace gatehouse::observe {

/// Lines for the operator on standard error, written by one thread in batches, so that a slow terminal or journal never slows a
/// request. Bounded: beyond 8 MiB waiting, lines are dropped and the drop is said. Any thread may write.
class Log
{
public:
    enum class Level { Error, Warning, Info, Debug };

    Log();
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    void setLevel(Level level) { m_level = level; }
    void setJson(bool json) { m_json = json; }
    bool isJson() const { return m_json; }
    bool wants(Level level) const { return level <= m_level; }

    /// A message; the level goes in front of it (or into its JSON object).
    void say(Level level, std::string_view message);
    /// A line that is complete already, such as a receipt's.
    void line(std::string text);

private:
    void run();

    std::atomic<Level> m_level {Level::Info};
    std::atomic<bool> m_json {false};
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::string m_waiting;
    std::size_t m_dropped = 0;
    bool m_stop = false;
    std::thread m_writer;
};

} // namespace gatehouse::observe
