// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preferences.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/gatehouse/window.ini"_s;
}

} // namespace

Preferences::Preferences(const QString &file)
    : m_settings(file.isEmpty() ? ownFile() : file, QSettings::IniFormat)
{
}

Appearance Preferences::appearance() const
{
    const QString name = m_settings.value("appearance"_L1).toString();
    if (name == "light"_L1)
        return Appearance::Light;
    return name == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

void Preferences::setAppearance(Appearance appearance)
{
    const auto name = appearance == Appearance::Light ? u"light"_s : appearance == Appearance::Dark ? u"dark"_s : u"system"_s;
    m_settings.setValue("appearance"_L1, name);
}

QString Preferences::language() const
{
    return m_settings.value("language"_L1).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue("language"_L1, language);
}

bool Preferences::closesToTray() const
{
    return m_settings.value("closeToTray"_L1, true).toBool();
}

void Preferences::setClosesToTray(bool closes)
{
    m_settings.setValue("closeToTray"_L1, closes);
}

bool Preferences::trayExplained() const
{
    return m_settings.value("trayExplained"_L1, false).toBool();
}

void Preferences::setTrayExplained()
{
    m_settings.setValue("trayExplained"_L1, true);
}

bool Preferences::firstStepsShown() const
{
    return m_settings.value("firstStepsShown"_L1, false).toBool();
}

void Preferences::setFirstStepsShown()
{
    m_settings.setValue("firstStepsShown"_L1, true);
}

QByteArray Preferences::bytes(const QString &name) const
{
    return m_settings.value(name).toByteArray();
}

void Preferences::setBytes(const QString &name, const QByteArray &bytes)
{
    m_settings.setValue(name, bytes);
}

} // namespace gatehouse::ui
