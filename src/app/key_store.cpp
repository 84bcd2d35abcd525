// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/key_store.h"

#include <QTimer>

#include <utility>

namespace gatehouse::app {

namespace {

using config::KeychainFault;
using Outcome = ui::KeyStore::Outcome;

Outcome outcomeOf(const KeychainFault &fault, const QString &name)
{
    const QString said = fault.message.empty() ? QString() : QStringLiteral(" (%1)").arg(QString::fromStdString(fault.message));
    switch (fault.kind) {
    case KeychainFault::Kind::Missing: return {KeychainStore::tr("The keychain has no key “%1”.").arg(name)};
    case KeychainFault::Kind::Locked:
        return {KeychainStore::tr("The keychain is locked or refuses. Unlock it and try again.") + said, true};
    case KeychainFault::Kind::Silent:
        return {KeychainStore::tr("The keychain gave no answer in time. It may wait for its password: unlock it and try again."),
            true};
    case KeychainFault::Kind::Absent: break;
    }
    return {KeychainStore::tr("No keychain can be used here. Install GNOME Keyring or KWallet, or use an environment variable.")
        + said};
}

template <typename Value> Outcome outcomeOf(const Result<Value, KeychainFault> &result, const QString &name)
{
    return result ? Outcome {} : outcomeOf(result.error(), name);
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds patience, QObject *parent)
    : KeyStore(parent)
    , m_keychain(patience, config::Keychain::Input::Comes)
{
}

void KeychainStore::enqueue(std::function<void()> wish)
{
    m_wishes.push_back(std::move(wish));
    if (!m_isBusy)
        QTimer::singleShot(0, this, &KeychainStore::next);
}

void KeychainStore::next()
{
    if (m_isBusy || m_wishes.empty())
        return;
    m_isBusy = true;
    const auto wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    wish(); // an event loop runs within: more wishes may come
    m_isBusy = false;
    if (!m_wishes.empty())
        QTimer::singleShot(0, this, &KeychainStore::next);
}

void KeychainStore::write(const QString &name, const QByteArray &secret, Done done)
{
    enqueue([this, name, secret = Secret(secret.toStdString()), done] {
        if (!config::isKeyName(name.toStdString()))
            return done({tr("A key's name has 1 to 128 letters, digits, dots, hyphens and slashes.")});
        const Outcome outcome = outcomeOf(m_keychain.write(name.toStdString(), secret), name);
        if (outcome.isOk())
            Q_EMIT changed();
        done(outcome);
    });
}

void KeychainStore::erase(const QString &name, Done done)
{
    enqueue([this, name, done] {
        const Outcome outcome = outcomeOf(m_keychain.erase(name.toStdString()), name);
        if (outcome.isOk())
            Q_EMIT changed();
        done(outcome);
    });
}

void KeychainStore::names(std::function<void(const QStringList &, const Outcome &)> done)
{
    enqueue([this, done] {
        const auto names = m_keychain.names();
        QStringList list;
        if (names) {
            for (const std::string &name : *names)
                list.append(QString::fromStdString(name));
        }
        done(list, outcomeOf(names, {}));
    });
}

void KeychainStore::read(const QString &name, std::function<void(const QByteArray &, const Outcome &)> done)
{
    enqueue([this, name, done] {
        const auto secret = m_keychain.read(name.toStdString());
        done(secret ? QByteArray::fromStdString(secret->reveal()) : QByteArray(), outcomeOf(secret, name));
    });
}

} // namespace gatehouse::app
