// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/header_bar.h"

#include "ui/session.h"
#include "ui/state_words.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int logoSize = 44;

QString homely(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) && home.size() > 2 ? u"~/"_s + path.mid(home.size()) : path;
}

} // namespace

HeaderBar::HeaderBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_logo(new QLabel)
    , m_pill(new Pill)
    , m_address(makeLabel(Voice::Title))
    , m_config(new ElidedLabel)
{
    setProperty("role", u"header"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 14, 16, 14);
    row->setSpacing(16);
    row->addWidget(m_logo, 0, Qt::AlignVCenter);
    row->addWidget(makeMiddle(), 1);
    row->addWidget(makeButtons(), 0, Qt::AlignVCenter);
    connect(&m_session, &Session::stateChanged, this, &HeaderBar::showState);
    showState();
    showIcons();
}

QWidget *HeaderBar::makeMiddle()
{
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_config->setProperty("role", u"muted"_s);
    m_copy = new CopyButton(tr("Copy"), [this] { return m_session.address(); });
    m_copy->setProperty("role", u"quiet"_s);
    m_copy->setAccessibleName(tr("Copy the base URL"));
    m_copy->setToolTip(tr("Copy the base URL (Ctrl+C)"));
    m_open = new QPushButton(tr("Open"));
    m_open->setProperty("role", u"quiet"_s);
    m_open->setAccessibleName(tr("Open the configuration file"));
    connect(m_open, &QPushButton::clicked, this, &HeaderBar::openConfig);

    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_address);
    first->addWidget(m_copy);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_pill);
    second->addSpacing(4);
    second->addWidget(m_config, 0);
    second->addWidget(m_open);
    second->addStretch(1);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    return middle;
}

QWidget *HeaderBar::makeButtons()
{
    m_toggle = new QPushButton;
    m_toggle->setMinimumWidth(96);
    connect(m_toggle, &QPushButton::clicked, &m_session, &Session::toggle);
    m_more = new QToolButton;
    m_more->setProperty("role", u"quiet"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAccessibleName(tr("Menu"));
    m_more->setToolTip(tr("Menu (F10)"));
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_toggle);
    row->addWidget(m_more);
    return buttons;
}

void HeaderBar::showState()
{
    const GatewayState state = m_session.control().state();
    const StateWords words = wordsFor(state);
    m_pill->setState(words.mark, words.mood, words.word);
    m_address->setText(m_session.address());
    m_address->setAccessibleName(statusLine(m_session.control()));
    m_address->setEnabled(state == GatewayState::Running);
    const QString config = m_session.control().configFile();
    m_config->setWholeText(config.isEmpty() ? tr("Built-in demo configuration") : homely(config));
    m_config->setToolTip(config);
    m_open->setVisible(!config.isEmpty());
    m_toggle->setText(words.button);
    m_toggle->setEnabled(words.canToggle);
    const bool primary = state == GatewayState::Stopped; // while Failed the banner has the button to press
    m_toggle->setProperty("role", primary ? u"primary"_s : u"plain"_s);
    m_toggle->style()->unpolish(m_toggle);
    m_toggle->style()->polish(m_toggle);
}

void HeaderBar::showIcons()
{
    m_logo->setPixmap(picture(u":/icons/gatehouse.svg"_s, logoSize, devicePixelRatioF()));
    m_more->setIcon(markPixmap(Mark::Dots, 16, devicePixelRatioF(), Colours::of(palette()).text));
}

void HeaderBar::copyAddress()
{
    m_copy->copy();
}

void HeaderBar::openConfig()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.control().configFile()));
}

void HeaderBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_more)
        showIcons();
}

} // namespace gatehouse::ui
