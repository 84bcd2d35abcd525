// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/key_memory.h"

namespace gatehouse::app {

KeyMemory::KeyMemory(config::KeychainReader keychain, std::function<void(const std::string &)> say)
    : m_keychain(std::move(keychain))
    , m_say(std::move(say))
{
}

Result<Secret, config::KeychainFault> KeyMemory::read(const std::string &name)
{
    auto key = m_keychain(name);
    const std::scoped_lock lock(m_lock);
    if (key) {
        m_known.insert_or_assign(name, *key);
        return key;
    }
    if (key.error().kind == config::KeychainFault::Kind::Missing)
        m_known.erase(name);
    const auto known = m_known.find(name);
    if (known == m_known.end())
        return key;
    m_say("the keychain cannot be read now; the key '" + name + "' that it gave before stays in use");
    return known->second;
}

Result<Secret, config::KeychainFault> KeyMemory::recall(const std::string &name)
{
    auto remembered = known(name);
    return remembered ? Result<Secret, config::KeychainFault>(std::move(*remembered)) : read(name);
}

std::optional<Secret> KeyMemory::known(const std::string &name) const
{
    const std::scoped_lock lock(m_lock);
    const auto remembered = m_known.find(name);
    return remembered == m_known.end() ? std::nullopt : std::optional(remembered->second);
}

} // namespace gatehouse::app
