// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/connection_notice.h"

#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ConnectionNotice::ConnectionNotice(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(makeLabel(Voice::Body))
{
    setProperty("role", u"notice"_s);
    m_text->setWordWrap(true);
    auto *now = new QPushButton(tr("Try now"));
    now->setProperty("role", u"quiet"_s);
    connect(now, &QPushButton::clicked, &m_session.feed(), &TrafficFeed::refresh);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->addWidget(m_text, 1);
    row->addWidget(now);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ConnectionNotice::showCondition);
    connect(&m_session.feed(), &TrafficFeed::conditionChanged, this, &ConnectionNotice::showCondition);
    showCondition();
}

void ConnectionNotice::showCondition()
{
    const QString problem = m_session.feed().problem();
    setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return m_second.stop();
    const qint64 left = QDateTime::currentDateTime().secsTo(m_session.feed().nextTry());
    //: %1 is a sentence that says why; shown above the list of requests
    const QString text = tr("Live requests cannot be shown. %1").arg(problem);
    m_text->setText(text + u' ' + tr("Next try in %n s.", nullptr, int(std::max<qint64>(0, left))));
    m_second.start();
}

} // namespace gatehouse::ui
