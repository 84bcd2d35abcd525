// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <set>

namespace gatehouse::config {

/// The names a configuration answers to: groups, patterns, aliases, ids and the providers' own names. For checks; requests are
/// routed by routing/.
class ModelNames
{
public:
    explicit ModelNames(const Config &config);

    bool isEmpty() const { return m_groups.empty(); }
    bool isGroup(const std::string &name) const { return m_groups.contains(name); }
    bool knows(const std::string &name) const { return m_aliases.contains(name) || knowsWithoutAliases(name); }
    bool knowsWithoutAliases(const std::string &name) const;

private:
    std::set<std::string> m_groups, m_others, m_aliases;
    std::vector<std::string> m_patterns;
};

} // namespace gatehouse::config
