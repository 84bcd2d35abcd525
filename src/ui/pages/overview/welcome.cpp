// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/welcome.h"

#include "ui/pages/overview/hint_card.h"
#include "ui/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Welcome::Welcome(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_gate(new QLabel)
    , m_heading(makeLabel(Voice::Heading))
    , m_text(makeLabel(Voice::Muted))
    , m_start(new QPushButton(tr("Start the gateway")))
    , m_hint(new HintCard(session))
{
    m_text->setWordWrap(true);
    m_gate->setPixmap(picture(u":/icons/tray-closed.svg"_s, 72, devicePixelRatioF()));
    connect(m_start, &QPushButton::clicked, &m_session, &Session::toggle);

    auto *column = new QWidget;
    column->setMaximumWidth(760);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addStretch(2);
    inner->addWidget(m_gate);
    inner->addSpacing(8);
    inner->addWidget(m_heading);
    inner->addWidget(m_text);
    inner->addSpacing(8);
    inner->addWidget(m_hint);
    inner->addWidget(m_start, 0, Qt::AlignLeft);
    inner->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 16);
    row->addStretch(1);
    row->addWidget(column, 20);
    row->addStretch(1);

    connect(&m_session, &Session::stateChanged, this, &Welcome::showState);
    showState();
}

void Welcome::showState()
{
    const GatewayState state = m_session.control().state();
    m_hint->setVisible(state == GatewayState::Running || state == GatewayState::Starting);
    m_gate->setVisible(state == GatewayState::Stopped || state == GatewayState::Stopping);
    m_start->setVisible(state == GatewayState::Stopped);
    m_heading->setVisible(state != GatewayState::Failed);
    m_text->setVisible(state != GatewayState::Failed);
    switch (state) {
    case GatewayState::Running:
        m_heading->setText(tr("Ready for the first request"));
        m_text->setText(tr("Point any OpenAI or Anthropic client at this address. Requests show up here while they happen."));
        break;
    case GatewayState::Starting:
        m_heading->setText(tr("Starting…"));
        m_text->setText(tr("In a moment requests can be sent like this."));
        break;
    case GatewayState::Stopping:
        m_heading->setText(tr("Stopping…"));
        m_text->setText(tr("Requests that are under way may finish first."));
        break;
    case GatewayState::Stopped:
    case GatewayState::Failed:
        m_heading->setText(tr("The gateway is stopped"));
        m_text->setText(tr("Clients get no answer until it is started."));
        break;
    }
}

} // namespace gatehouse::ui
