// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/header_bar.h"

#include "ui/connection/connect_dialog.h"
#include "ui/connection/connections.h"
#include "ui/models/plain_tip.h"
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
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int logoSize = 28;

QString homely(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) && home.size() > 2 ? u"~/"_s + path.mid(home.size()) : path;
}

} // namespace

HeaderBar::HeaderBar(Session &session, Connections *connections, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_connections(connections)
    , m_logo(new QLabel)
    , m_pill(new Pill)
    , m_address(makeLabel(Voice::Heading))
    , m_config(new ElidedLabel)
{
    setProperty("role", u"header"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(m_logo, 0, Qt::AlignVCenter);
    row->addWidget(makeMiddle(), 1);
    row->addWidget(makeButtons(), 0, Qt::AlignVCenter);
    connect(&m_session, &Session::stateChanged, this, &HeaderBar::showState);
    if (m_connections)
        connect(m_connections, &Connections::changed, this, &HeaderBar::showState);
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
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_pill);
    row->addWidget(m_address);
    row->addWidget(m_copy);
    row->addSpacing(8);
    row->addWidget(m_config, 0);
    row->addWidget(m_open);
    row->addStretch(1);
    return middle;
}

QWidget *HeaderBar::makeButtons()
{
    m_search = new QToolButton;
    m_search->setProperty("role", u"quiet"_s);
    m_search->setAccessibleName(tr("Go to"));
    m_search->setToolTip(tr("Go to a page, a setting, a model or a key by typing (Ctrl+K)"));
    connect(m_search, &QToolButton::clicked, this, &HeaderBar::searchWished);
    m_gateway = new QPushButton;
    m_gateway->setProperty("role", u"quiet"_s);
    m_gateway->setToolTip(tr("Which gateway this window is on"));
    m_gateway->setMenu(new QMenu(m_gateway));
    m_gateway->setVisible(m_connections != nullptr);
    connect(m_gateway->menu(), &QMenu::aboutToShow, this, &HeaderBar::showGateways);
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
    row->addWidget(m_search);
    row->addWidget(m_gateway);
    row->addWidget(m_toggle);
    row->addWidget(m_more);
    return buttons;
}

void HeaderBar::showGateways()
{
    QMenu *menu = m_gateway->menu();
    menu->clear();
    const auto offer = [menu](const QString &name, bool chosen) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(chosen);
        return action;
    };
    connect(offer(tr("This computer"), m_connections->current().isEmpty()), &QAction::triggered, this,
        [this] { Q_EMIT turnWished([this] { m_connections->useLocal(); }); });
    for (const QUrl &url : m_connections->known()) {
        QAction *action = offer(url.authority() + url.path(), url == m_connections->current());
        connect(action, &QAction::triggered, this, [this, url] { Q_EMIT turnWished([this, url] { m_connections->use(url); }); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Connect to another gateway…")), &QAction::triggered, this,
        [this] { Q_EMIT turnWished([this] { connectTo({}); }); });
    const QUrl current = m_connections->current();
    if (current.isEmpty())
        return;
    connect(menu->addAction(tr("Use another key…")), &QAction::triggered, this, [this, current] { connectTo(current); });
    connect(menu->addAction(tr("Forget this gateway")), &QAction::triggered, this,
        [this, current] { Q_EMIT turnWished([this, current] { m_connections->forget(current); }); });
}

void HeaderBar::connectTo(const QUrl &known)
{
    (new ConnectDialog(*m_connections, known, window()))->open();
}

void HeaderBar::showState()
{
    const GatewayState state = m_session.control().state();
    const StateWords words = wordsFor(m_session.control());
    m_pill->setState(words.mark, words.mood, words.word);
    m_address->setText(m_session.address());
    m_address->setAccessibleName(statusLine(m_session.control()));
    m_address->setEnabled(state == GatewayState::Running);
    const QString config = m_session.control().configFile();
    const bool isRemote = m_session.control().isRemote();
    m_config->setWholeText(config.isEmpty() ? (isRemote ? QString() : tr("Built-in demo configuration")) : homely(config));
    m_config->setToolTip(plainTip(config));
    m_open->setVisible(!config.isEmpty());
    m_gateway->setText(isRemote ? m_session.control().baseUrl().host() : tr("This computer"));
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
    const Colours &colours = Colours::of(palette());
    m_more->setIcon(markPixmap(Mark::Dots, 16, devicePixelRatioF(), colours.text));
    m_search->setIcon(tintedPicture(u":/icons/search.svg"_s, 16, devicePixelRatioF(), colours.text));
    m_gateway->setIcon(tintedPicture(u":/icons/pages/providers.svg"_s, 16, devicePixelRatioF(), colours.muted));
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
