// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connection/connections.h"

#include "ui/connection/control_switch.h"
#include "ui/connection/remote_control.h"
#include "ui/preferences.h"

#include <QCryptographicHash>
#include <QPointer>

#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto knownKey = u"connections"_s;

/// The keychain's name for the admin key of a gateway. Names there are short and of few kinds of letters, so that two addresses
/// may read the same in them: the hash of the whole address tells them apart.
QString keyName(const QUrl &url)
{
    constexpr qsizetype longest = 128, hashLetters = 16;
    const QString port = QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    const QString address = QStringList {url.scheme(), url.host(), port}.join(u'-') + url.path();
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex();
    QString name = u"gateway/"_s + address;
    for (QChar &c : name) {
        const bool fits = (c.unicode() < 128 && c.isLetterOrNumber()) || u"._-/"_s.contains(c);
        if (!fits)
            c = u'-';
    }
    return name.left(longest - hashLetters - 1) + u'-' + QString::fromLatin1(hash.left(hashLetters));
}

} // namespace

Connections::Connections(ControlSwitch &control, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_preferences(preferences)
{
    for (const QByteArray &line : preferences.bytes(knownKey).split('\n')) {
        const QUrl url = gatewayUrl(QString::fromUtf8(line));
        if (url.isValid())
            m_known.append(url);
    }
}

void Connections::useLocal()
{
    ++m_wish;
    m_current = {};
    m_control.useLocal();
    Q_EMIT changed();
}

void Connections::use(const QUrl &url)
{
    if (!m_keys)
        return turnTo(url, {});
    const QPointer<Connections> alive(this);
    m_keys->read(keyName(url), [alive, url, wish = ++m_wish](const QByteArray &key, const KeyStore::Outcome &outcome) {
        if (!alive || wish != alive->m_wish)
            return; // a keychain that is unlocked first answers late: somebody is elsewhere by now
        if (outcome.isLocked)
            Q_EMIT alive->troubled(outcome.problem);
        alive->turnTo(url, key);
    });
}

void Connections::add(const QUrl &url, const QByteArray &adminKey)
{
    if (!m_known.contains(url))
        m_known.append(url);
    remember();
    turnTo(url, adminKey);
    if (!m_keys || adminKey.isEmpty())
        return;
    m_keys->write(keyName(url), adminKey, [this](const KeyStore::Outcome &outcome) {
        if (!outcome.isOk())
            Q_EMIT troubled(tr("The key is forgotten when Gatehouse quits. %1").arg(outcome.problem));
    });
}

void Connections::forget(const QUrl &url)
{
    m_known.removeAll(url);
    remember();
    if (m_keys)
        m_keys->erase(keyName(url), [](const KeyStore::Outcome &) {}); // there may never have been one
    if (m_current == url)
        return useLocal();
    Q_EMIT changed();
}

void Connections::remember()
{
    QByteArray lines;
    for (const QUrl &url : m_known)
        lines += url.toEncoded() + '\n';
    m_preferences.setBytes(knownKey, lines);
}

void Connections::turnTo(const QUrl &url, const QByteArray &adminKey)
{
    ++m_wish;
    m_current = url;
    m_control.use(std::make_unique<RemoteControl>(url, adminKey));
    Q_EMIT changed();
}

} // namespace gatehouse::ui
