// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/outage_dialog.h"

#include "ui/pages/routing/routing_state.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int usual = 5;
constexpr int longest = 24 * 60; ///< a drill of more than a day is a mistake, although the gateway takes a week

} // namespace

OutageDialog::OutageDialog(RoutingState &state, const QJsonObject &deployment, QWidget *parent)
    : FormDialog(tr("Simulate outage"), tr("Begin outage"), parent)
    , m_state(state)
    , m_id(deployment.value("id"_L1).toString())
    , m_minutes(new QSpinBox)
{
    const QString model = deployment.value("model"_L1).toString(m_id);
    QLabel *what = makeLabel(Voice::Body,
        tr("Every request to %1 fails, as if its provider were down, and goes on to whatever stands behind it. "
           "Requests without a fallback fail for whoever sent them.")
            .arg(model));
    what->setWordWrap(true);
    addWide(what);
    m_minutes->setRange(1, longest);
    m_minutes->setValue(usual);
    m_minutes->setSuffix(u' ' + tr("min")); //: minutes
    addField(tr("For how long"), m_minutes);
    connect(this, &FormDialog::submitted, this, &OutageDialog::begin);
}

void OutageDialog::begin()
{
    setBusy(tr("Beginning…"));
    const QString path = u"/health/deployments/%1/outage"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_id)));
    m_state.session().client().post(path, QJsonObject {{u"minutes"_s, m_minutes->value()}}, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        m_state.askDeployments();
        accept();
    });
}

} // namespace gatehouse::ui
