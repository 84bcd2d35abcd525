// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tray/indicator.h"

#include "ui/models/text.h"
#include "ui/pages/pages.h"
#include "ui/session.h"
#include "ui/state_words.h"
#include "ui/tray/state_icon.h"
#include "ui/widgets/copy_button.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostErrors = 8;

QString toolTipFor(const QString &status, const QString &today, const QString &running)
{
    QStringList lines {u"Gatehouse – "_s + status};
    for (const QString &line : {today, running}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

Indicator::Indicator(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_today(session)
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
    connect(&m_today, &Today::changed, this, &Indicator::showState);
    connect(&m_menu, &QMenu::aboutToShow, &m_today, &Today::ask);
    connect(&m_menu, &QMenu::aboutToShow, this, &Indicator::fillErrors);
    showState();
}

void Indicator::fillMenu()
{
    m_status = m_menu.addAction(QString(), this, &Indicator::copyAddress);
    m_spent = m_menu.addAction(QString(), this, [this] { openPage(u"overview"_s); });
    m_running = m_menu.addAction(QString(), this, [this] { openPage(u"traffic"_s, u"is:inflight"_s); });
    m_menu.addSeparator();
    m_open = m_menu.addAction(tr("Open window"), this, &Indicator::openWished);
    m_pages = m_menu.addMenu(tr("Open page"));
    fillPages();
    m_errors = m_menu.addMenu(tr("Recent errors"));
    m_copy = m_menu.addAction(tr("Copy base URL"), this, &Indicator::copyAddress);
    m_menu.addSeparator();
    m_start = m_menu.addAction(tr("Start"), this, [this] { m_session.control().start(); });
    m_stop = m_menu.addAction(tr("Stop"), this, [this] { m_session.control().stop(); });
    m_menu.addSeparator();
    m_quit = m_menu.addAction(tr("Quit Gatehouse"), this, &Indicator::quitWished);
}

void Indicator::fillPages()
{
    for (const PageInfo &info : pages()) {
        const QString key = QString::fromLatin1(info.key);
        connect(m_pages->addAction(info.title()), &QAction::triggered, this, [this, key] { openPage(key); });
    }
}

void Indicator::fillErrors()
{
    m_errors->clear();
    const TrafficModel &traffic = m_session.traffic();
    for (int row = 0; row < traffic.rowCount() && m_errors->actions().size() < mostErrors; ++row) {
        const TrafficRow &request = traffic.at(row);
        if (request.state != TrafficRow::State::Failed && request.state != TrafficRow::State::Refused)
            continue;
        const QString text = timeText(request.startedAt) + u"  "_s + request.model + u": "_s + request.error.simplified();
        QAction *action = m_errors->addAction(m_menu.fontMetrics().elidedText(text, Qt::ElideRight, widestError()));
        connect(action, &QAction::triggered, this, [this, id = request.callId] { openPage(u"traffic"_s, u"id:"_s + id); });
    }
    m_errors->setEnabled(!m_errors->isEmpty());
}

int Indicator::widestError() const
{
    return m_menu.fontMetrics().averageCharWidth() * 70;
}

void Indicator::openPage(const QString &page, const QString &argument)
{
    Q_EMIT openWished();
    m_session.openPage(page, argument);
}

void Indicator::showState()
{
    const GatewayState state = m_session.control().state();
    const bool standing = state == GatewayState::Stopped || state == GatewayState::Failed;
    const QString line = statusLine(m_session.control());
    const int running = m_session.traffic().running();
    const QString today = m_today.text();
    m_status->setText(line);
    m_status->setEnabled(state == GatewayState::Running);
    m_spent->setText(today);
    m_spent->setVisible(!today.isEmpty());
    m_running->setText(tr("%n in flight", nullptr, running));
    m_running->setVisible(running > 0);
    m_start->setEnabled(standing);
    m_start->setVisible(standing);
    m_stop->setEnabled(state == GatewayState::Running || state == GatewayState::Starting);
    m_stop->setVisible(!standing);
    m_icon.setIcon(stateIcon(state));
    m_icon.setToolTip(toolTipFor(line, today, running > 0 ? m_running->text() : QString()));
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
