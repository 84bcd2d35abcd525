// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/problem_banner.h"

#include "ui/session.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ProblemBanner::ProblemBanner(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_mark(new QLabel)
    , m_heading(makeLabel(Voice::Heading))
    , m_text(makeLabel(Voice::Body))
{
    setProperty("role", u"problem"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_heading->setText(tr("The gateway is not running"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_heading);
    texts->addWidget(m_text);
    texts->addSpacing(4);
    texts->addWidget(makeButtons());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(&m_session, &Session::stateChanged, this, &ProblemBanner::showState);
    showMark();
    showState();
}

QWidget *ProblemBanner::makeButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *retry = new QPushButton(tr("Try again"));
    retry->setProperty("role", u"primary"_s);
    connect(retry, &QPushButton::clicked, &m_session, [this] { m_session.control().start(); });
    m_open = new QPushButton(tr("Open configuration"));
    connect(m_open, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.control().configFile())); });
    row->addWidget(retry);
    row->addWidget(m_open);
    row->addWidget(new CopyButton(tr("Copy message"), [this] { return m_text->text(); }));
    row->addStretch(1);
    return buttons;
}

void ProblemBanner::showState()
{
    const bool failed = m_session.control().state() == GatewayState::Failed;
    if (failed)
        m_text->setText(m_session.control().problem().trimmed());
    setAccessibleName(m_heading->text());
    setAccessibleDescription(m_text->text());
    m_open->setVisible(!m_session.control().configFile().isEmpty());
    setVisible(failed);
}

void ProblemBanner::showMark()
{
    const Colours &colours = Colours::of(palette());
    m_mark->setPixmap(markPixmap(Mark::Alert, 24, devicePixelRatioF(), colours.bad, colours.surface));
}

void ProblemBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMark();
}

} // namespace gatehouse::ui
