// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/account.h"

#include "gateway/core/prefetch.h"

#include <cstddef>

namespace gatehouse::limits {

static_assert(offsetof(Account, name) <= Account::hotBytes);

void fetch(const Account *account)
{
    constexpr std::size_t counts = 16; // of those who share it, in front of it: each hold is one more
    prefetch(reinterpret_cast<const char *>(account) - counts, counts + Account::hotBytes);
}

std::string_view nameOf(const Account &account)
{
    return account.name;
}

Window &Account::windowAt(std::int64_t second)
{
    if (!window)
        window = std::make_unique<Window>(second);
    window->advance(second);
    return *window;
}

Window::Use Account::usedAt(std::int64_t second) const
{
    Window::Use used = window ? window->usedAt(second) : Window::Use {};
    used.tokens += reservedTokens;
    return used;
}

} // namespace gatehouse::limits
