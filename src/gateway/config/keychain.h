// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"

#include <chrono>
#include <vector>

namespace gatehouse::config {

/// The keys that Gatehouse keeps in the keychain of the user it runs as: Secret Service or KWallet, macOS' and Windows' own.
/// Each call runs an event loop until the keychain has answered, for \a patience at most. Main thread, with an application
/// object.
class Keychain
{
public:
    using Fault = KeychainFault;
    static constexpr std::chrono::milliseconds usualPatience {30'000};
    /// Whether clicks and keys come through while a call waits. Who lets them must be ready for them.
    enum class Input { Waits, Comes };
    explicit Keychain(std::chrono::milliseconds patience = usualPatience, Input input = Input::Waits);

    Result<Secret, Fault> read(const std::string &name) const;
    Result<void, Fault> write(const std::string &name, const Secret &secret) const;
    /// Fails with Missing where there is no such key.
    Result<void, Fault> erase(const std::string &name) const;
    /// The names that write() has put there, sorted: a keychain cannot be asked for them, so an entry of ours keeps them.
    Result<std::vector<std::string>, Fault> names() const;

    /// For Sources: reads from a keychain with that patience.
    static KeychainReader reader(std::chrono::milliseconds patience = usualPatience);

private:
    Result<void, Fault> writeNames(const std::vector<std::string> &names) const;
    std::chrono::milliseconds m_patience;
    Input m_input;
};

/// What a key may be called: 1 to 128 letters, digits and ._-/ of ASCII.
bool isKeyName(std::string_view name);

} // namespace gatehouse::config
