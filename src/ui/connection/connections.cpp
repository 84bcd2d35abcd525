// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connection/connections.h"

#include "ui/connection/control_switch.h"
#include "ui/connection/remote_control.h"
#include "ui/preferences.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto knownKey = u"connections"_s;

/// The keychain's name for the admin key of a gateway; names there have no colons.
QString keyName(const QUrl &url)
{
    QString name =
        u"gateway/"_s + url.host() + u'-' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80)) + url.path();
    for (QChar &c : name) {
        const bool fits = (c.unicode() < 128 && c.isLetterOrNumber()) || u"._-/"_s.contains(c);
        if (!fits)
            c = u'-';
    }
    return name.left(128);
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
    m_current = {};
    m_control.useLocal();
    Q_EMIT changed();
}

void Connections::use(const QUrl &url)
{
    if (!m_keys)
        return turnTo(url, {});
    m_keys->read(keyName(url), [this, url](const QByteArray &key, const KeyStore::Outcome &outcome) {
        if (outcome.isLocked)
            Q_EMIT troubled(outcome.problem);
        turnTo(url, key);
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
    m_current = url;
    m_control.use(std::make_unique<RemoteControl>(url, adminKey));
    Q_EMIT changed();
}

} // namespace gatehouse::ui
