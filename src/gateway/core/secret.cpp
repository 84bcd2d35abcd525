// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/core/secret.h"

namespace gatehouse {

std::string Secret::masked() const
{
    constexpr std::size_t longEnough = 16;
    return m_value.size() >= longEnough ? "•••" + m_value.substr(m_value.size() - 4) : "•••";
}

bool Secret::equals(std::string_view other) const
{
    unsigned char difference = m_value.size() == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < m_value.size(); ++i)
        difference |= static_cast<unsigned char>(m_value[i] ^ (i < other.size() ? other[i] : 0));
    return difference == 0;
}

void Secret::wipe()
{
    // volatile, so that the compiler does not see a write to a dying object as useless
    volatile char *bytes = m_value.data();
    for (std::size_t i = 0; i < m_value.size(); ++i)
        bytes[i] = 0;
}

} // namespace gatehouse
