// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/keychain.h"
#include "ui/key_store.h"

#include <deque>

namespace gatehouse::app {

/// The window's door to the keychain. One wish after another, each from the event loop and never within a call, so that a
/// keychain that asks for its password does not stop the window. Main thread.
class KeychainStore final : public ui::KeyStore
{
    Q_OBJECT
public:
    /// @param patience how long the keychain may take, its password included.
    explicit KeychainStore(std::chrono::milliseconds patience, QObject *parent = nullptr);

    void write(const QString &name, const QByteArray &secret, Done done) override;
    void erase(const QString &name, Done done) override;
    void names(std::function<void(const QStringList &, const Outcome &)> done) override;
    void read(const QString &name, std::function<void(const QByteArray &, const Outcome &)> done) override;

Q_SIGNALS:
    /// A key was written or erased: whoever uses it has to read it again.
    void changed();

private:
    void enqueue(std::function<void()> wish);
    void next();

    config::Keychain m_keychain;
    std::deque<std::function<void()>> m_wishes;
    bool m_isBusy = false;
};

} // namespace gatehouse::app
