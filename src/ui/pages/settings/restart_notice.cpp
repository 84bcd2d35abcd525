// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/restart_notice.h"

#include "ui/pages/settings/setting_values.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

RestartNotice::RestartNotice(Session &session, SettingValues &values, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_values(values)
    , m_text(makeLabel(Voice::Body))
    , m_restart(new QPushButton(tr("Restart the gateway")))
{
    setProperty("role", u"waiting"_s);
    m_text->setWordWrap(true);
    m_restart->setToolTip(tr("Requests that run may finish first"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_restart);
    connect(m_restart, &QPushButton::clicked, this, &RestartNotice::restart);
    connect(&values, &SettingValues::changed, this, &RestartNotice::showState);
    connect(&session, &Session::stateChanged, this, &RestartNotice::goOn);
    hide();
}

void RestartNotice::showState()
{
    const QStringList waiting = m_values.waitingForRestart();
    //: %1 is a list of settings
    m_text->setText(tr("Saved, and counts from the next start of the gateway on: %1").arg(waiting.join(u", "_s)));
    m_restart->setVisible(!m_session.control().isRemote());
    m_restart->setEnabled(!m_isRestarting);
    setVisible(!waiting.isEmpty() && m_session.isRunning());
}

void RestartNotice::restart()
{
    m_isRestarting = true;
    m_session.control().stop();
    showState();
}

void RestartNotice::goOn()
{
    if (m_isRestarting && m_session.control().state() == GatewayState::Stopped) {
        m_isRestarting = false;
        // When everybody has heard that it stands.
        QMetaObject::invokeMethod(
            this, [this] { m_session.control().start(); }, Qt::QueuedConnection);
    }
    showState();
}

} // namespace gatehouse::ui
