// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/outlet.h"

#include <map>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// How sinks fare, by their names. Those of keys and teams are added up under the name of their kind.
class Tally
{
public:
    void add(const std::string &name, const Figures &figures);
    void add(const Outlet &outlet) { add(outlet.choice.name, outlet.carrier->figures()); }
    /// \a outlet is no more: what it could not send is kept on disk, and what it has done stays known.
    void close(Outlet &outlet);
    void drop(const std::string &name) { ++m_figures[name].dropped; }
    std::vector<Figures> list() const;

private:
    std::map<std::string, Figures> m_figures;
};

} // namespace gatehouse::observe::sinks
