// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/sink.h"

#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// Where lines go, and how much of them is kept.
struct LinePlace {
    std::string path;
    std::uint64_t bytes = 100 * 1024 * 1024; ///< of one file; then it is renamed to PATH.1, the one before to PATH.2 …
    int files = 5;                           ///< renamed ones that are kept
};

/// As the variables of a sink say it.
LinePlace placeOf(const Making &making);

/// Reports as lines of a file that only the owner may read. Lines of one moment are written together, when the thread has nothing
/// else to do, at the latest when there are 256 KiB of them; a pipe gets each at once, for it holds little. What cannot be
/// written is lost and counted.
class LineFile final : public Carrier
{
public:
    LineFile(std::string name, LinePlace place, Warn warn);
    ~LineFile() override;
    LineFile(const LineFile &) = delete;
    LineFile &operator=(const LineFile &) = delete;

    void take(std::string report) override;
    void hurry() override { flush(); }
    bool isAtRest() const override { return m_lines.empty(); }
    bool isEmpty() const override { return m_lines.empty(); }
    void keep() override { flush(); }
    Figures figures() const override;

private:
    bool open();
    void close();
    void turn();
    bool turnsBefore(std::size_t bytes) const;
    void flush();
    void write(std::string_view lines, std::size_t count);
    std::size_t writeSome(std::string_view bytes);
    void complain(int error);

    LinePlace m_place;
    Warn m_warn;
    int m_descriptor = -1;
    bool m_isRegular = true;   // no pipe
    bool m_isTorn = false;     // its last line has no end
    std::uint64_t m_bytes = 0; // of the file
    std::string m_lines;       // that are not written yet
    std::size_t m_waiting = 0; // how many they are
    QTimer m_timer;            // until the thread has nothing else to do
    Figures m_figures;
};

} // namespace gatehouse::observe::sinks
