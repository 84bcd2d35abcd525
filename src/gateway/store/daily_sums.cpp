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

void DailySums::add(const std::array<Names::Number, breakdowns> &names, const Sums &more)
{
    store::add(sums, more);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == Names::nobody)
            continue;
        DailyGroup &group = groups[i][names[i]];
        store::add(group.sums, more);
        if (i != Keys)
            store::add(group.keys[names[Keys]], more);
    }
}

} // namespace gatehouse::store
