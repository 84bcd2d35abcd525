// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/audit/audit_detail.h"

#include "ui/models/plain_tip.h"
#include "ui/models/text.h"
#include "ui/pages/audit/audit_line.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostOfTip = 2000; ///< characters

} // namespace

AuditDetail::AuditDetail(QWidget *parent)
    : QFrame(parent)
    , m_title(new ElidedLabel)
    , m_story(new ElidedLabel)
    , m_changes(new QTreeWidget)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Selected change"));
    setVoice(m_title, Voice::Heading);
    setVoice(m_story, Voice::Muted);
    m_changes->setAccessibleName(tr("Values before and after"));
    m_changes->setHeaderLabels({tr("Value"), tr("Before"), tr("After")});
    m_changes->setProperty("role", u"lines"_s);
    m_changes->setRootIsDecorated(false);
    m_changes->setUniformRowHeights(true);
    m_changes->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_changes->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_changes->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_changes->header()->setStretchLastSection(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_story);
    column->addWidget(m_changes, 1);
}

QWidget *AuditDetail::makeHead()
{
    auto *close = new QPushButton(tr("Close"));
    close->setProperty("role", u"quiet"_s);
    close->setToolTip(tr("Close (Esc)"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &AuditDetail::closed);
    return head;
}

void AuditDetail::setLine(const QJsonObject &line)
{
    if (line == m_line)
        return;
    m_line = line;
    m_title->setWholeText(auditKind(line.value("table_name"_L1).toString()) + u": "_s + auditObject(line));
    const QDateTime when = QDateTime::fromString(line.value("updated_at"_L1).toString(), Qt::ISODateWithMs);
    m_story->setWholeText(
        auditAction(line.value("action"_L1).toString()) + u" · "_s + auditAuthor(line) + u" · "_s + fullTimeText(when));
    showChanges();
}

void AuditDetail::showChanges()
{
    const Colours &colours = Colours::of(palette());
    m_changes->clear();
    const QList<MemberChange> changes = changesIn(m_line);
    for (const MemberChange &change : changes) {
        const QString before = change.before.isEmpty() ? dash() : change.before;
        const QString after = change.after.isEmpty() ? dash() : change.after;
        auto *item = new QTreeWidgetItem(m_changes, {change.name, before, after});
        item->setForeground(1, change.before.isEmpty() ? colours.muted : colours.bad);
        item->setForeground(2, change.after.isEmpty() ? colours.muted : colours.good);
        item->setToolTip(1, plainTip(change.before.left(mostOfTip)));
        item->setToolTip(2, plainTip(change.after.left(mostOfTip)));
    }
    if (changes.isEmpty())
        new QTreeWidgetItem(m_changes, {tr("No value is another than before.")});
}

void AuditDetail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_line.isEmpty())
        showChanges();
}

} // namespace gatehouse::ui
