// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_history.h"

#include "gateway/config/secrecy.h"
#include "gateway/config/tree_change.h"
#include "gateway/config/yaml.h"

#include <algorithm>

namespace gatehouse::admin {

bool ConfigHistory::add(ConfigVersion version)
{
    if (!m_versions.empty() && m_versions.back().revision == version.revision)
        return false;
    if (!m_versions.empty())
        version.summary = summaryOf(m_versions.back().text, version.text);
    m_bytes += version.text.size();
    m_versions.push_back(std::move(version));
    while (m_versions.size() > most || (m_bytes > mostBytes && m_versions.size() > 2)) {
        m_bytes -= m_versions.front().text.size();
        m_versions.pop_front();
    }
    return true;
}

void ConfigHistory::dropNewest()
{
    if (m_versions.empty())
        return;
    m_bytes -= m_versions.back().text.size();
    m_versions.pop_back();
}

const ConfigVersion *ConfigHistory::find(const std::string &revision) const
{
    const auto known = std::find_if(
        m_versions.rbegin(), m_versions.rend(), [&](const ConfigVersion &version) { return version.revision == revision; });
    return known == m_versions.rend() ? nullptr : &*known;
}

const ConfigVersion *ConfigHistory::beforeNewest() const
{
    return m_versions.size() < 2 ? nullptr : &m_versions[m_versions.size() - 2];
}

std::string summaryOf(const std::string &before, const std::string &after)
{
    constexpr std::size_t most = 3;
    std::vector<config::Diagnostic> ignored;
    const config::Value left = config::readYaml(before, {}, ignored), right = config::readYaml(after, {}, ignored);
    const std::vector<config::Path> changes = config::changedPaths(left, right, most + 1);
    std::string summary;
    for (std::size_t i = 0; i < std::min(changes.size(), most); ++i)
        summary.append(i == 0 ? "" : ", ").append(config::safeName(config::toString(changes[i])));
    return summary + (changes.size() > most ? ", …" : "");
}

} // namespace gatehouse::admin
