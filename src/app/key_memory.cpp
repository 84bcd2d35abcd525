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
    const auto known = m_known.find(name);
    return known == m_known.end() ? read(name) : Result<Secret, config::KeychainFault>(known->second);
}

} // namespace gatehouse::app
