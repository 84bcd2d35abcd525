// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/sink.h"

#include <cstdint>
#include <string>

namespace gatehouse::observe::sinks {

/// Where lines go, and how much of them is kept.
struct LinePlace {
    std::string path;
    std::uint64_t bytes = 100 * 1024 * 1024; ///< of one file; then it is renamed to PATH.1, the one before to PATH.2 …
    int files = 5;                           ///< renamed ones that are kept
};

/// As the variables of a sink say it.
LinePlace placeOf(const Making &making);

/// Reports as lines of a file that only the owner may read. Written at once; when it cannot be written, the line is lost and
/// counted.
class LineFile final : public Carrier
{
public:
    LineFile(std::string name, LinePlace place, Warn warn);
    ~LineFile() override;
    LineFile(const LineFile &) = delete;
    LineFile &operator=(const LineFile &) = delete;

    void take(std::string report) override;
    void hurry() override { }
    bool isAtRest() const override { return true; }
    bool isEmpty() const override { return true; }
    void keep() override { }
    Figures figures() const override { return m_figures; }

private:
    bool open();
    void close();
    void turn();

    LinePlace m_place;
    Warn m_warn;
    int m_descriptor = -1;
    std::uint64_t m_bytes = 0;
    Figures m_figures;
};

} // namespace gatehouse::observe::sinks
