// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/catalogue.h"

#include "gateway/catalogue/names.h"

#include <algorithm>

namespace gatehouse::catalogue {

Catalogue::Catalogue(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [](const Entry &one, const Entry &other) { return compareNames(one.name, other.name) < 0; });
    m_entries.shrink_to_fit();
}

const Entry *Catalogue::named(std::string_view name) const
{
    const auto isBefore = [](const Entry &entry, std::string_view wanted) { return compareNames(entry.name, wanted) < 0; };
    const auto first = std::lower_bound(m_entries.begin(), m_entries.end(), name, isBefore);
    const Entry *found = nullptr;
    for (auto entry = first; entry != m_entries.end() && compareNames(entry->name, name) == 0; ++entry) {
        if (!found || entry->name == name) // names that differ in case only: this very one, else any
            found = &*entry;
    }
    return found;
}

const Entry *Catalogue::find(std::string_view provider, std::string_view model) const
{
    for (const std::string &name : candidates(provider, model)) {
        const Entry *entry = named(name);
        const bool isPrefixed = name.size() > provider.size() && name[provider.size()] == '/' && name.starts_with(provider);
        if (entry && (isPrefixed || isSameProvider(entry->provider, provider)))
            return entry;
    }
    return nullptr;
}

std::vector<std::string> Catalogue::namesOf(std::string_view provider) const
{
    const std::string prefix = std::string(provider) + "/";
    std::vector<std::string> names;
    for (const Entry &entry : m_entries) {
        if (entry.name.starts_with(prefix))
            names.push_back(entry.name);
        else if (isSameProvider(entry.provider, provider))
            names.push_back(prefix + entry.name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace gatehouse::catalogue
