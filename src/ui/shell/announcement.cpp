// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/announcement.h"

#include "ui/api/other_gateway.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::seconds shownFor {8};
constexpr std::chrono::seconds shownWithAction {20};

} // namespace

Announcement::Announcement(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_text(makeLabel(Voice::Body))
    , m_action(new QPushButton)
{
    setProperty("role", u"announcement"_s);
    m_text->setWordWrap(true);
    m_action->setProperty("role", u"quiet"_s);
    auto *close = new QPushButton(tr("Close"));
    close->setProperty("role", u"quiet"_s);
    close->setAccessibleName(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    m_end.setSingleShot(true);
    hide();
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_end, &QTimer::timeout, this, [this] {
        if (m_action->hasFocus())
            return leaveLater();
        hide();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        const std::function<void()> act = std::move(m_act); // it may announce something itself
        act();
    });
    connect(&session, &Session::announced, this, &Announcement::say);
    onOtherGateway(session, this, [this] { hide(); }); // what it would take back is elsewhere
}

void Announcement::say(const QString &text, const QString &action, const std::function<void()> &act)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(act != nullptr);
    m_act = act;
    show();
    leaveLater();
    setAccessibleName(text);
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void Announcement::leaveLater()
{
    m_end.start(m_act ? shownWithAction : shownFor);
}

void Announcement::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    m_end.stop();
}

void Announcement::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    if (isVisible())
        leaveLater();
}

} // namespace gatehouse::ui
