// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/nearest.h"

#include <algorithm>
#include <vector>

namespace gatehouse::config {

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (isSwap)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return std::min(above[b.size()], limit + 1);
}

std::string_view nearestKey(const SchemaNode &node, std::string_view name)
{
    // Short words are near to everything, so they must be nearer.
    std::size_t best = name.size() < 3 ? 0 : name.size() < 6 ? 2 : 3; // one more than what is accepted
    std::string_view nearest;
    for (const auto &[known, child] : node.children) {
        const std::size_t distance = known.size() < 2 || best == 0 ? 99 : editDistance(name, known, best);
        if (distance < best) {
            best = distance;
            nearest = known;
        }
    }
    return nearest;
}

std::string_view sectionOf(std::string_view name)
{
    if (schemaTree().named(name))
        return "the top level";
    for (const auto &[section, node] : schemaTree().children) {
        if (section.ends_with("_settings") && node.named(name))
            return section;
    }
    const SchemaNode *entry = schemaTree().named("model_list")->named("[]");
    for (const std::string_view part : {"litellm_params", "model_info"}) {
        if (entry->named(part)->named(name))
            return part;
    }
    return {};
}

} // namespace gatehouse::config
