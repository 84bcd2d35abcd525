// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/key_store.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

namespace gatehouse::ui {

class ControlSwitch;
class Preferences;

/// The gateways elsewhere that this window knows, and the way to them. Addresses are remembered with the window's other
/// preferences, admin keys in the keychain only; without a keychain a key lasts as long as the program. Main thread.
class Connections : public QObject
{
    Q_OBJECT
public:
    Connections(ControlSwitch &control, Preferences &preferences, QObject *parent = nullptr);

    void setKeys(KeyStore *keys) { m_keys = keys; }
    QList<QUrl> known() const { return m_known; }
    /// Empty: the gateway of this program.
    QUrl current() const { return m_current; }

    void useLocal();
    /// Turns to a known one with the key that is kept for it.
    void use(const QUrl &url);
    /// A new one, or another key for a known one. The key goes into the keychain.
    void add(const QUrl &url, const QByteArray &adminKey);
    void forget(const QUrl &url);

Q_SIGNALS:
    void changed();
    /// The keychain could not be read or written; for people.
    void troubled(const QString &problem);

private:
    void remember();
    void turnTo(const QUrl &url, const QByteArray &adminKey);

    ControlSwitch &m_control;
    Preferences &m_preferences;
    KeyStore *m_keys = nullptr;
    QList<QUrl> m_known;
    QUrl m_current;
    int m_wish = 0; ///< only the newest one counts when the keychain answers
};

} // namespace gatehouse::ui
