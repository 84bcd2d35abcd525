// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/footer.h"

#include "ui/models/text.h"
#include "ui/session.h"
#include "ui/shell/pulse.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Footer::Footer(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_pulse(new Pulse(session, this))
    , m_flow(new ElidedLabel)
    , m_hint(new ElidedLabel)
    , m_fresh(makeLabel(Voice::Small))
{
    setProperty("role", u"footer"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 5, 20, 5);
    row->setSpacing(16);
    for (ElidedLabel *label : {m_flow, m_hint})
        setVoice(label, Voice::Small);
    m_flow->setFont(tabular(m_flow->font()));
    row->addWidget(m_flow);
    row->addWidget(m_hint, 1);
    row->addWidget(m_fresh);
    row->addWidget(makeLabel(Voice::Small, u"Gatehouse "_s + QLatin1StringView(GATEHOUSE_VERSION)));
    connect(&m_session, &Session::stateChanged, this, &Footer::showCondition);
    connect(&m_session.feed(), &TrafficFeed::conditionChanged, this, &Footer::showCondition);
    connect(m_pulse, &Pulse::changed, this, &Footer::showPulse);
    showCondition();
    showPulse();
}

void Footer::setHint(const QString &hint)
{
    m_hint->setWholeText(hint);
}

void Footer::showPulse()
{
    const QString flow = m_pulse->text();
    m_flow->setWholeText(flow);
    m_flow->setVisible(!flow.isEmpty());
}

void Footer::showCondition()
{
    const QDateTime heard = m_session.feed().lastHeard();
    //: %1 is a time of day
    m_fresh->setText(m_session.isRunning() && heard.isValid() ? tr("Updated %1").arg(timeText(heard)) : QString());
}

} // namespace gatehouse::ui
