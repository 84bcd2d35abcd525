// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace gatehouse::app {

/// Remembers what the keychain gave: a keyring that is locked while the program runs, as screens are, must not take the keys from
/// a gateway whose configuration is read again. A key that is gone from an open one is gone. The house's thread, but for known().
class KeyMemory
{
public:
    /// @param say is told that a remembered key was given in place of the keychain's
    KeyMemory(config::KeychainReader keychain, std::function<void(const std::string &message)> say);

    Result<Secret, config::KeychainFault> read(const std::string &name);
    /// The same without asking for what is known: for when nobody has changed a key.
    Result<Secret, config::KeychainFault> recall(const std::string &name);
    /// What is remembered, without asking. From any thread.
    std::optional<Secret> known(const std::string &name) const;

private:
    config::KeychainReader m_keychain;
    std::function<void(const std::string &)> m_say;
    mutable std::mutex m_lock; // of m_known
    std::map<std::string, Secret> m_known;
};

} // namespace gatehouse::app
