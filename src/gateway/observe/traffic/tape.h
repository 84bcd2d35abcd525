// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/core/station.h"
#include "gateway/observe/traffic/wires.h"
#include "gateway/wire/headers.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Which of an exchange's wires something passes on.
struct Place {
    enum class Side : std::uint8_t { Request, Response };
    static constexpr std::uint16_t caller = 0xffff;

    Side side = Side::Request;
    std::uint16_t attempt = caller; ///< one at a provider, counted from 0
};

/// A request's head. What it shows has to be there only until the call that it is handed to returns.
struct RequestHead {
    std::string_view method, target;
    const wire::Headers &headers;
    bool isUpload = false;            ///< its body is read as it is sent, and is not kept
    std::uint32_t hidden = 0;         ///< fields whose values were taken out before
    std::chrono::microseconds at {0}; ///< since the caller's request was read
};

/// What passed, with the credentials that may be in it.
struct Passed {
    Wires wires = {};
    std::vector<Secret> secrets = {};
    bool isWhole = true; ///< else the tape made no sense from some place on
};

/// What passes on the wires of one exchange, written down in the order in which it passes, in one piece of memory: a text of its
/// own for each name and body would cost a small request more than all else that is done for those who look on, and of thousands
/// of exchanges hardly one is ever read. Of a body that is much like the one before it on the same side, as what a provider is
/// sent is like what the caller sent, only the difference is written. play() makes of it what passed.
class Tape
{
public:
    using Elapsed = std::chrono::microseconds;
    using Stations = std::vector<std::shared_ptr<const Station>>;

    Tape() = default;
    /// One as it was kept: what text() and stations() were, or something that is no tape at all.
    Tape(std::string text, Stations stations);

    /// Makes room for \a bytes more.
    void reserve(std::size_t bytes) { m_text.reserve(m_text.size() + bytes); }
    /// Takes the place of what passed there before.
    void addRequest(Place place, const RequestHead &head);
    void addAnswer(Place place, int status, const wire::Headers &headers, Elapsed at, std::uint32_t hidden = 0);
    /// The next of a body; of \a cut bytes behind it nothing is kept.
    void addBody(Place place, std::string_view bytes, std::size_t cut, Elapsed at);
    /// Of a body that is not there as it passed: how many bytes it had then, and what was taken out of it.
    void addRedacted(Place place, std::uint64_t bodyBytes, std::uint32_t redacted);
    void addAttempt(const std::shared_ptr<const Station> &station, std::string_view model, bool isCopy);
    void addDecision(const Decision &decision);
    /// A credential that may stand in what passes.
    void addSecret(std::string_view secret);

    /// The memory that its text takes.
    std::size_t size() const { return m_text.capacity(); }
    /// The same without room to spare. What was written into may be used again then while it is still in the processor's cache.
    Tape compact() &&;

    /// \a mostBytes = of bodies; one that comes to more is not whole.
    Passed play(std::uint64_t mostBytes = std::numeric_limits<std::uint64_t>::max()) const;

    const std::string &text() const { return m_text; } ///< entries, each with its texts behind it (tape_entry.h)
    const Stations &stations() const { return m_stations; }

private:
    struct Span {
        std::uint32_t begin = 0, size = 0;
    };

    template <typename T> void write(const T &plain);
    std::uint32_t numberOf(const std::shared_ptr<const Station> &station);

    std::string m_text;
    Stations m_stations;
    std::array<Span, 2> m_last = {}; // of each side the last body that was written whole
};

/// What passed, written down again.
Tape tapeOf(const Wires &wires);

} // namespace gatehouse::observe::traffic
