// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/outage_banner.h"

#include "ui/pages/routing/deployment_words.h"
#include "ui/pages/routing/routing_state.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

OutageBanner::OutageBanner(RoutingState &state, QWidget *parent)
    : QFrame(parent)
    , m_state(state)
    , m_text(makeLabel(Voice::Body))
    , m_end(new QPushButton(tr("End now")))
{
    setProperty("role", u"notice"_s);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_end, 0, Qt::AlignTop);
    connect(m_end, &QPushButton::clicked, this, &OutageBanner::endAll);
    connect(&state, &RoutingState::deploymentsChanged, this, &OutageBanner::showOutages);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &OutageBanner::showOutages);
    hide();
}

void OutageBanner::showOutages()
{
    QStringList outages;
    for (const QJsonValue each : m_state.deployments()) {
        const QJsonObject deployment = each.toObject();
        if (isInOutage(deployment)) //: %1 is a deployment, %2 the time that is left
            outages.append(tr("%1 (%2 left)").arg(deployment.value("model"_L1).toString(), wordsOf(deployment).left));
    }
    setVisible(!outages.isEmpty());
    if (outages.isEmpty())
        return m_second.stop();
    m_second.start();
    m_text->setText(tr("Simulated outage: requests to %1 fail on purpose.").arg(outages.join(u", "_s)));
}

void OutageBanner::endAll()
{
    for (const QJsonValue each : m_state.deployments()) {
        if (!isInOutage(each.toObject()))
            continue;
        const QString id = QString::fromLatin1(QUrl::toPercentEncoding(each["id"_L1].toString()));
        m_state.session().client().remove(u"/health/deployments/%1/outage"_s.arg(id), this, [this](const Answer &answer) {
            if (!answer.isOk())
                m_state.session().announce(answer.problem);
            m_state.askDeployments();
        });
    }
}

} // namespace gatehouse::ui
