// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/framer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gatehouse::observe::metrics {

using Key = std::vector<ValueId>;
struct KeyHash {
    std::size_t operator()(const Key &key) const;
};

/// One series: of a histogram all of its lines.
struct Cell {
    std::string labels;                     ///< `team="red",model="gpt"`, escaped; empty = has none
    double value = 0;                       ///< of a histogram the sum
    std::vector<std::uint64_t> counts = {}; ///< of a histogram: of each bucket alone, the infinite one at the end
};

/// How many series there are, of all metrics together.
struct Room {
    std::size_t most = 0;
    std::size_t taken = 0;
    std::uint64_t folded = 0; ///< sets of labels that found no room and were counted under "other"
};

/// All series of one metric. One thread.
class Family
{
public:
    /// \a labels are positions in frames.
    Family(const Metric &metric, std::vector<std::size_t> labels);

    const Metric &metric() const { return *m_metric; }
    const std::vector<std::size_t> &labels() const { return m_labels; }
    /// The series of the framer's frame, made when it is new. When there is no room, it is that of all the others. Lives as long
    /// as the family.
    Cell &cell(const Framer &framer, Room &room);
    void add(Cell &cell, double value) const;

    /// Its part of the page, without HELP and TYPE, under \a name.
    void write(std::string &page, std::string_view name, double scale = 1) const;
    bool isEmpty() const { return m_cells.empty() && !m_others; }

private:
    std::unique_ptr<Cell> make(const Framer &framer, bool isOthers) const;
    void writeHistogram(std::string &page, std::string_view name, const Cell &cell, double scale) const;

    const Metric *m_metric;
    std::vector<std::size_t> m_labels;
    Key m_key; // for looking up
    std::unordered_map<Key, std::unique_ptr<Cell>, KeyHash> m_cells;
    std::unique_ptr<Cell> m_others;
};

/// "HELP" and "TYPE" of a metric that is shown as \a name.
void writeHead(std::string &page, std::string_view name, Type type, std::string_view help);
/// One line. \a labels as in Cell.
void writeLine(std::string &page, std::string_view name, std::string_view labels, double value);
/// "0.5", "12", "+Inf", "NaN"
void writeNumber(std::string &page, double value);

} // namespace gatehouse::observe::metrics
