// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>

class QObject;

namespace gatehouse::ui {

class Session;

/// Where a provider's key comes from, as somebody chose it.
struct KeyChoice {
    enum class Kind {
        None,       ///< no key, or the provider's own variables
        Keychain,   ///< a name in the keychain of whoever sits here
        Variable,   ///< an environment variable of the gateway
        Credential, ///< one of GET /credentials
        New,        ///< typed just now; to be kept under `name`
        Unchanged,  ///< stays what the entry says, in whatever way
    };
    Kind kind = Kind::None;
    QString name = {};
};

/// The members of litellm_params that say so; of New and Unchanged nothing can be said.
QJsonObject keyParams(const KeyChoice &choice);
/// What an entry says: Unchanged where it is no reference.
KeyChoice keyChoice(const QJsonObject &params);
/// "keychain/a b" is no name: what the keychain and the configuration both take, or empty when nothing is left.
QString keyName(const QString &wish);

/// Whether a new key may go into the keychain here: there is one, and the gateway is on this machine, so that it reads the same.
bool mayUseKeychain(Session &session);

/// A key that was typed just now.
struct NewKey {
    QString name;
    QByteArray secret;
    bool isForKeychain = true; ///< else it becomes a credential of the gateway, sealed in its database
};
/// Keeps it. Ends with the members of litellm_params that name it, or with what went wrong, for people; the secret is in neither.
void keepKey(Session &session, const NewKey &key, QObject *context,
    std::function<void(const QJsonObject &params, const QString &problem)> done);

} // namespace gatehouse::ui
