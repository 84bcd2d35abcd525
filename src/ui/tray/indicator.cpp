// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tray/indicator.h"

#include "ui/session.h"
#include "ui/state_words.h"
#include "ui/tray/state_icon.h"
#include "ui/widgets/copy_button.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Indicator::Indicator(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openWished();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Indicator::openWished);
    connect(&m_session, &Session::stateChanged, this, &Indicator::showState);
    connect(&m_session.traffic(), &TrafficModel::runningChanged, this, &Indicator::showState);
    showState();
}

void Indicator::fillMenu()
{
    m_status = m_menu.addAction(QString(), this, &Indicator::copyAddress);
    m_menu.addSeparator();
    m_open = m_menu.addAction(tr("Open window"), this, &Indicator::openWished);
    m_copy = m_menu.addAction(tr("Copy base URL"), this, &Indicator::copyAddress);
    m_menu.addSeparator();
    m_start = m_menu.addAction(tr("Start"), this, [this] { m_session.control().start(); });
    m_stop = m_menu.addAction(tr("Stop"), this, [this] { m_session.control().stop(); });
    m_menu.addSeparator();
    m_quit = m_menu.addAction(tr("Quit Gatehouse"), this, &Indicator::quitWished);
}

void Indicator::showState()
{
    const GatewayState state = m_session.control().state();
    const bool standing = state == GatewayState::Stopped || state == GatewayState::Failed;
    QString line = statusLine(m_session.control());
    if (const int running = m_session.traffic().running(); running > 0)
        line += u" · "_s + tr("%n under way", nullptr, running);
    m_status->setText(line);
    m_status->setEnabled(state == GatewayState::Running);
    m_start->setEnabled(standing);
    m_start->setVisible(standing);
    m_stop->setEnabled(state == GatewayState::Running || state == GatewayState::Starting);
    m_stop->setVisible(!standing);
    m_icon.setIcon(stateIcon(state));
    m_icon.setToolTip(u"Gatehouse – "_s + line);
}

void Indicator::copyAddress()
{
    copyText(m_session.address());
}

void Indicator::explainHiding()
{
    m_icon.showMessage(tr("Gatehouse keeps running"), tr("Open its window or quit it from the icon in the tray."),
        stateIcon(m_session.control().state()));
}

} // namespace gatehouse::ui
