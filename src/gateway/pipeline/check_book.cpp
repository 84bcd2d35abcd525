// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/check_book.h"

namespace gatehouse::pipeline {

void CheckBook::file(const std::string &id, Checked checked)
{
    const std::scoped_lock lock(m_lock);
    m_last.insert_or_assign(id, std::move(checked));
}

std::optional<Checked> CheckBook::find(const std::string &id) const
{
    const std::scoped_lock lock(m_lock);
    const auto found = m_last.find(id);
    return found == m_last.end() ? std::nullopt : std::optional(found->second);
}

} // namespace gatehouse::pipeline
