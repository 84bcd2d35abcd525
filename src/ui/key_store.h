// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace gatehouse::ui {

/// The keychain of the user who sits here, as the window needs it: provider keys for the gateway of this program, and the
/// admin keys of others. The app implements it. Asynchronous, since a keychain may ask for its password first; main thread.
class KeyStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    struct Outcome {
        QString problem = {}; ///< for people; empty: it worked
        bool isLocked = false;

        bool isOk() const { return problem.isEmpty(); }
    };
    using Done = std::function<void(const Outcome &)>;

    /// @param name 1 to 128 letters, digits and ._-/ ; the configuration names it "keychain/<name>".
    virtual void write(const QString &name, const QByteArray &secret, Done done) = 0;
    virtual void erase(const QString &name, Done done) = 0;
    virtual void names(std::function<void(const QStringList &names, const Outcome &outcome)> done) = 0;
    /// Only for what this program itself uses: the admin key of a remote gateway.
    virtual void read(const QString &name, std::function<void(const QByteArray &secret, const Outcome &outcome)> done) = 0;
};

} // namespace gatehouse::ui
