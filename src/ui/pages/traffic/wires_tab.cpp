// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/wires_tab.h"

#include "ui/pages/traffic/wire_pane.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString nameOf(const TrafficAttempt &attempt, qsizetype number)
{
    QStringList words {
        QString::number(number) + u". "_s + (attempt.deployment.isEmpty() ? attempt.provider : attempt.deployment)};
    if (attempt.response.status > 0)
        words.append(u"HTTP %1"_s.arg(attempt.response.status));
    if (!attempt.fault.isEmpty())
        words.append(attempt.fault);
    if (attempt.isCopy) //: of a request that was sent to two providers at once to be faster
        words.append(WiresTab::tr("a copy"));
    return words.join(u" · "_s);
}

} // namespace

WiresTab::WiresTab(QWidget *parent)
    : RecordTab(parent)
    , m_way(new Segments({tr("Request"), tr("Response")}, tr("Direction")))
    , m_attempt(new QComboBox)
    , m_caller(new WirePane(tr("Caller")))
    , m_provider(new WirePane(tr("Provider")))
{
    m_attempt->setAccessibleName(tr("Attempt"));
    m_attempt->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_way);
    bar->addStretch(1);
    bar->addWidget(m_attempt);
    auto *panes = new QSplitter(Qt::Horizontal);
    panes->setChildrenCollapsible(false);
    panes->setHandleWidth(12);
    panes->addWidget(m_caller);
    panes->addWidget(m_provider);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(panes, 1);
    connect(m_way, &Segments::chosen, this, &WiresTab::showWires);
    connect(m_attempt, &QComboBox::currentIndexChanged, this, &WiresTab::showWires);
}

void WiresTab::setRecord(const SharedRecord &record)
{
    if (record == m_record)
        return;
    const bool isAnother = !m_record || m_record->row.callId != record->row.callId;
    m_record = record;
    const int chosen = m_attempt->currentIndex();
    fillAttempts();
    if (!isAnother && chosen >= 0)
        m_attempt->setCurrentIndex(std::min(chosen, m_attempt->count() - 1));
    showWires();
}

void WiresTab::fillAttempts()
{
    const QSignalBlocker quiet(m_attempt);
    m_attempt->clear();
    for (qsizetype at = 0; at < m_record->attempts.size(); ++at)
        m_attempt->addItem(nameOf(m_record->attempts[at], at + 1));
    m_attempt->setCurrentIndex(m_attempt->count() - 1); // the one that was answered, mostly
    m_attempt->setVisible(m_attempt->count() > 1);
}

void WiresTab::showWires()
{
    if (!m_record)
        return;
    const bool asks = m_way->current() == 0;
    const qsizetype at = m_attempt->currentIndex();
    const TrafficAttempt attempt = at >= 0 && at < m_record->attempts.size() ? m_record->attempts[at] : TrafficAttempt();
    m_caller->setWire(asks ? m_record->clientRequest : m_record->clientResponse, tr("No answer was sent yet."));
    m_provider->setWire(asks ? attempt.request : attempt.response,
        m_record->attempts.isEmpty() ? tr("No provider was asked.") : tr("There was no answer."));
}

} // namespace gatehouse::ui
