// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/tally.h"

namespace gatehouse::observe::sinks {

void Tally::add(const std::string &name, const Figures &from)
{
    Figures &to = m_figures[name];
    to.sent += from.sent;
    to.failed += from.failed;
    to.dropped += from.dropped;
    to.retries += from.retries;
    to.waiting += from.waiting;
    to.onDisk += from.onDisk;
    if (!from.trouble.empty())
        to.trouble = from.trouble;
}

void Tally::close(Outlet &outlet)
{
    outlet.carrier->keep();
    Figures figures = outlet.carrier->figures();
    figures.waiting = 0;
    figures.onDisk = 0;
    figures.trouble.clear();
    add(outlet.choice.name, figures);
}

std::vector<Figures> Tally::list() const
{
    std::vector<Figures> list;
    for (const auto &[name, figures] : m_figures) {
        list.push_back(figures);
        list.back().name = name;
    }
    return list;
}

} // namespace gatehouse::observe::sinks
