// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/family.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse::observe::metrics {

namespace {

// "1.0", as Python writes the bounds of buckets, which are matched as text.
std::string boundText(double bound)
{
    std::string text;
    writeNumber(text, bound);
    if (text.find('.') == std::string::npos && text.find('e') == std::string::npos)
        text += ".0";
    return text;
}

} // namespace

std::size_t KeyHash::operator()(const Key &key) const
{
    // Values are small numbers: the multiplication spreads them upwards, the shift brings that back down.
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;
    constexpr unsigned half = 32;
    std::uint64_t hash = key.size();
    for (const ValueId id : key) {
        hash = (hash ^ id) * golden;
        hash ^= hash >> half;
    }
    return hash;
}

Family::Family(const Metric &metric, std::vector<std::size_t> labels)
    : m_metric(&metric)
    , m_labels(std::move(labels))
{
}

Cell &Family::cell(const Framer &framer, Room &room)
{
    m_key.clear();
    for (const std::size_t at : m_labels)
        m_key.push_back(framer.frame()[at]);
    if (const auto found = m_cells.find(m_key); found != m_cells.end())
        return *found->second;
    const std::size_t lines = m_metric->type == Type::Histogram ? bucketsOf(*m_metric).size() + 3 : 1;
    if (room.taken + lines <= room.most) {
        room.taken += lines;
        return *m_cells.emplace(m_key, make(framer, false)).first->second;
    }
    ++room.folded;
    if (!m_others)
        m_others = make(framer, true);
    return *m_others;
}

std::unique_ptr<Cell> Family::make(const Framer &framer, bool isOthers) const
{
    auto cell = std::make_unique<Cell>();
    for (const std::size_t at : m_labels) {
        const ValueId id = isOthers ? otherValue : framer.frame()[at];
        cell->labels.append(cell->labels.empty() ? "" : ",").append(framer.nameOf(at)).append("=\"");
        cell->labels.append(framer.dictionary(at).shown(id)).append("\"");
    }
    if (m_metric->type == Type::Histogram)
        cell->counts.resize(bucketsOf(*m_metric).size() + 1);
    return cell;
}

void Family::add(Cell &cell, double value) const
{
    if (m_metric->type == Type::Gauge) {
        cell.value = value;
        return;
    }
    cell.value += value;
    if (m_metric->type != Type::Histogram)
        return;
    const auto bounds = bucketsOf(*m_metric);
    const auto at = std::lower_bound(bounds.begin(), bounds.end(), value);
    ++cell.counts[static_cast<std::size_t>(at - bounds.begin())];
}

void Family::write(std::string &page, std::string_view name, double scale) const
{
    const auto writeCell = [&](const Cell &cell) {
        if (m_metric->type == Type::Histogram)
            writeHistogram(page, name, cell, scale);
        else
            writeLine(page, name, cell.labels, cell.value * scale);
    };
    for (const auto &[key, cell] : m_cells)
        writeCell(*cell);
    if (m_others)
        writeCell(*m_others);
}

void Family::writeHistogram(std::string &page, std::string_view name, const Cell &cell, double scale) const
{
    const auto bounds = bucketsOf(*m_metric);
    const std::string bucket = std::string(name) + "_bucket";
    const std::string before = cell.labels + (cell.labels.empty() ? "" : ",") + "le=\"";
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < cell.counts.size(); ++i) {
        count += cell.counts[i];
        const std::string bound = i < bounds.size() ? boundText(bounds[i] * scale) : "+Inf";
        writeLine(page, bucket, before + bound + "\"", static_cast<double>(count));
    }
    writeLine(page, std::string(name) + "_sum", cell.labels, cell.value * scale);
    writeLine(page, std::string(name) + "_count", cell.labels, static_cast<double>(count));
}

void writeHead(std::string &page, std::string_view name, Type type, std::string_view help)
{
    page.append("# HELP ").append(name).append(" ");
    for (const char c : help)
        page.append(c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string_view(&c, 1));
    page.append("\n# TYPE ").append(name).append(" ").append(toString(type)).append("\n");
}

void writeLine(std::string &page, std::string_view name, std::string_view labels, double value)
{
    page.append(name);
    if (!labels.empty())
        page.append("{").append(labels).append("}");
    page += ' ';
    writeNumber(page, value);
    page += '\n';
}

void writeNumber(std::string &page, double value)
{
    if (std::isnan(value)) {
        page += "NaN";
        return;
    }
    if (std::isinf(value)) {
        page += value > 0 ? "+Inf" : "-Inf";
        return;
    }
    constexpr double exactly = 1e15; // whole numbers below are written as such
    char text[40];
    const auto end = std::abs(value) < exactly && value == std::floor(value)
        ? std::to_chars(std::begin(text), std::end(text), static_cast<std::int64_t>(value)).ptr
        : std::to_chars(std::begin(text), std::end(text), value).ptr;
    page.append(text, static_cast<std::size_t>(end - text));
}

} // namespace gatehouse::observe::metrics
