// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/audit/audit_page.h"

#include "ui/pages/audit/audit_detail.h"
#include "ui/pages/audit/audit_line.h"
#include "ui/pages/audit/audit_section.h"
#include "ui/pages/audit/audit_words.h"
#include "ui/pages/keys/section_view.h"
#include "ui/preferences.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QUrlQuery>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto splitKey = u"audit/split"_s;
const auto columnsKey = u"audit/columns"_s;

template <std::size_t count>
QComboBox *makeChoice(const QString &name, const QString &all, const std::array<AuditWord, count> &words)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->addItem(all, QString());
    for (const AuditWord &each : words)
        box->addItem(QCoreApplication::translate("Audit", each.word), QString::fromLatin1(each.key));
    return box;
}

} // namespace

AuditPage::AuditPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_kind(makeChoice(tr("Changes of"), tr("Everything"), auditKinds))
    , m_action(makeChoice(tr("What was done"), tr("Whatever was done"), auditActions))
    , m_count(makeLabel(Voice::Muted))
    , m_split(new QSplitter)
    , m_lines(new SectionView(session, auditSection()))
    , m_detail(new AuditDetail)
{
    m_split->addWidget(m_lines);
    m_split->addWidget(m_detail);
    m_split->setHandleWidth(12);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_split->restoreState(preferences.bytes(splitKey));
    m_detail->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_detail->hide();
    m_lines->view().setLayoutState(preferences.bytes(columnsKey));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(makeFilters());
    column->addWidget(m_split, 1);
    connect(m_lines, &SectionView::changed, this, &AuditPage::onChanged);
    connect(m_detail, &AuditDetail::closed, this, [this] { m_lines->view().clearSelection(); });
}

QWidget *AuditPage::makeFilters()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_kind);
    row->addWidget(m_action);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QComboBox *box : {m_kind, m_action})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditPage::filter);
    return bar;
}

void AuditPage::filter()
{
    QUrlQuery query;
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty())
        query.addQueryItem(u"table_name"_s, kind);
    if (const QString action = m_action->currentData().toString(); !action.isEmpty())
        query.addQueryItem(u"action"_s, action);
    m_lines->setConditions(query);
}

void AuditPage::onChanged()
{
    m_count->setText(m_lines->countText());
    const QList<QJsonObject> selected = m_lines->selected();
    m_detail->setVisible(selected.size() == 1);
    if (selected.size() == 1)
        m_detail->setLine(selected.first());
}

void AuditPage::focusFilter()
{
    m_kind->setFocus();
}

void AuditPage::refresh()
{
    m_lines->refresh();
}

bool AuditPage::copy()
{
    const QString rows = m_lines->view().hasFocus() ? m_lines->view().selectedText() : QString();
    if (!rows.isEmpty())
        copyText(rows);
    return !rows.isEmpty();
}

bool AuditPage::leave()
{
    if (m_lines->view().selectionModel()->hasSelection()) {
        m_lines->view().clearSelection();
        return true;
    }
    const bool isFiltered = m_kind->currentIndex() > 0 || m_action->currentIndex() > 0;
    m_kind->setCurrentIndex(0);
    m_action->setCurrentIndex(0);
    return isFiltered;
}

void AuditPage::save()
{
    m_preferences.setBytes(splitKey, m_split->saveState());
    m_preferences.setBytes(columnsKey, m_lines->view().layoutState());
}

} // namespace gatehouse::ui
