// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/splices.h"

#include <algorithm>

namespace gatehouse::config {

std::string Splices::applied(std::string_view text) const
{
    std::vector<Splice> sorted = m_splices;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Splice &a, const Splice &b) { return a.begin < b.begin; });
    std::string result;
    std::size_t done = 0;
    for (const Splice &splice : sorted) {
        result.append(text.substr(done, splice.begin - done)).append(splice.text);
        done = splice.end;
    }
    return result.append(text.substr(done));
}

} // namespace gatehouse::config
