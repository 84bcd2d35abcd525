// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/account.h"

namespace gatehouse::limits {

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
