// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/theme.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/system_appearance.h"

#include <QApplication>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_system(makeSystemAppearance(application.palette()))
{
    m_application.setStyle(QStyleFactory::create(u"Fusion"_s));
    connect(m_system.get(), &SystemAppearance::changed, this, &Theme::apply);
    apply();
}

Theme::~Theme() = default;

void Theme::set(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void Theme::apply()
{
    m_dark = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_system->isDark());
    const Colours &colours = m_dark ? Colours::darkOnes() : Colours::light();
    m_application.setPalette(colours.palette());
    m_application.setStyleSheet(styleSheet(colours));
    Q_EMIT changed();
}

} // namespace gatehouse::ui
