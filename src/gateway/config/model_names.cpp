// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/model_names.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

/// Whether \a name fits \a pattern, in which an asterisk stands for any text.
bool fits(std::string_view pattern, std::string_view name)
{
    std::size_t p = 0, n = 0, star = pattern.npos, mark = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = n;
        } else if (p < pattern.size() && pattern[p] == name[n]) {
            ++p;
            ++n;
        } else if (star != pattern.npos) {
            p = star + 1;
            n = ++mark;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == pattern.npos;
}

} // namespace

ModelNames::ModelNames(const Config &config)
{
    for (const Value &entry : config.models()) {
        const std::string name = entry.find("model_name").asString();
        m_groups.insert(name);
        m_others.insert(entry.find("litellm_params").find("model").asString());
        m_others.insert(entry.find("model_info").find("id").asString());
        if (name.find('*') != name.npos)
            m_patterns.push_back(name);
    }
    for (const Alias &alias : config.aliases())
        m_aliases.insert(alias.name);
}

bool ModelNames::knowsWithoutAliases(const std::string &name) const
{
    const auto matches = [&](const std::string &pattern) {
        // A bare name is looked up with its provider in front as well, which only the provider table knows.
        const bool mayGainProvider = name.find('/') == name.npos && pattern.find("/*") != pattern.npos;
        return mayGainProvider || fits(pattern, name);
    };
    return m_groups.contains(name) || m_others.contains(name) || std::any_of(m_patterns.begin(), m_patterns.end(), matches);
}

} // namespace gatehouse::config
