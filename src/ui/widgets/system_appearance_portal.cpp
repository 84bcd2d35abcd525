// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// Listens to org.freedesktop.appearance color-scheme of the desktop portal.
class PortalAppearance : public SystemAppearance
{
    Q_OBJECT
public:
    explicit PortalAppearance(const QPalette &platform);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(QVariant value);
};

const char service[] = "org.freedesktop.portal.Desktop";
const char object[] = "/org/freedesktop/portal/desktop";
const char settings[] = "org.freedesktop.portal.Settings";
const char group[] = "org.freedesktop.appearance";
const char key[] = "color-scheme";

PortalAppearance::PortalAppearance(const QPalette &platform)
    : SystemAppearance(platform)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
    bus.connect(text(service), text(object), text(settings), u"SettingChanged"_s, this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(text(service), text(object), text(settings), u"Read"_s);
    question << text(group) << text(key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid())
            take(reply.value().variant());
        call->deleteLater();
    });
}

void PortalAppearance::onSettingChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == QLatin1StringView(group) && changedKey == QLatin1StringView(key))
        take(value.variant());
}

void PortalAppearance::take(QVariant value)
{
    // The portal wraps the value in one variant more than its description says.
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    constexpr uint preferDark = 1;
    constexpr uint preferLight = 2;
    const uint scheme = value.toUInt();
    if (scheme == preferDark || scheme == preferLight) // otherwise the platform's palette keeps deciding
        setDark(scheme == preferDark);
}

} // namespace

std::unique_ptr<SystemAppearance> makeSystemAppearance(const QPalette &platform)
{
    return std::make_unique<PortalAppearance>(platform);
}

} // namespace gatehouse::ui

#include "system_appearance_portal.moc"
