// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/daily_sums.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::store {

void add(Sums &to, const Sums &more)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += more[i];
}

Names::Names()
{
    of(QString());
}

Names::Number Names::of(const QString &text)
{
    const auto known = m_numbers.constFind(text);
    if (known != m_numbers.constEnd())
        return *known;
    const auto number = static_cast<Number>(m_texts.size());
    m_texts.push_back(text.toStdString());
    m_numbers.insert(text, number);
    return number;
}

std::vector<Names::Number> Names::places() const
{
    std::vector<Number> order(m_texts.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](Number one, Number other) { return m_texts[one] < m_texts[other]; });
    std::vector<Number> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[order[place]] = static_cast<Number>(place);
    return places;
}

void DailySums::add(const DailyRow &row)
{
    store::add(sums, row.sums);
    rows.push_back(row);
}

// Sorting numbers takes less than keeping a table for each name of each breakdown.
std::vector<const DailyRow *> DailySums::inOrder(std::size_t breakdown, const std::vector<Names::Number> &places) const
{
    std::vector<std::pair<std::uint64_t, const DailyRow *>> order;
    order.reserve(rows.size());
    for (const DailyRow &row : rows) {
        if (const Names::Number name = row.names[breakdown]; name != Names::nobody)
            order.emplace_back(std::uint64_t(places[name]) << 32U | places[row.names[Keys]], &row);
    }
    std::sort(order.begin(), order.end());
    std::vector<const DailyRow *> sorted(order.size());
    std::transform(order.begin(), order.end(), sorted.begin(), [](const auto &each) { return each.second; });
    return sorted;
}

} // namespace gatehouse::store
