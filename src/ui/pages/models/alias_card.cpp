// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/alias_card.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/alias_dialog.h"
#include "ui/pages/models/model_feed.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_view.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AliasCard::AliasCard(Session &session, ModelFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_feed(feed)
    , m_table(aliasColumns(), u"name"_s)
    , m_view(new RecordView(m_table, tr("Other names of models")))
    , m_add(new QPushButton(tr("Add another name")))
{
    QLabel *words = makeLabel(Voice::Muted, tr("A caller may ask for a model by any of these names too."));
    auto *head = new QHBoxLayout;
    head->addWidget(words, 1);
    head->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    m_view->setEmptyText(tr("No model has another name yet."));
    connect(m_add, &QPushButton::clicked, this, &AliasCard::addAlias);
    connect(m_view, &RecordView::chosen, this, [this](const QString &name) {
        if (!name.isEmpty())
            edit(m_view->current());
    });
    connect(m_view, &RecordView::menuWished, this, [this](QMenu *menu, const QString &name) {
        QAction *change = menu->addAction(tr("Edit…"), this, [this] { edit(m_view->current()); });
        change->setEnabled(canChange() && m_view->current().value("is_known"_L1).toBool());
        QAction *gone = menu->addAction(tr("Remove…"), this, [this, name] { remove(name); });
        gone->setEnabled(canChange());
    });
    connect(&feed, &ModelFeed::changed, this, &AliasCard::showRows);
}

void AliasCard::showRows()
{
    m_table.setRecords(aliasRows(m_feed.aliases()));
    m_add->setEnabled(canChange());
    m_add->setToolTip(
        canChange() ? QString() : tr("Other names stand in the configuration file, which cannot be changed from here."));
}

void AliasCard::change(const Change &change, QWidget *parent, const std::function<void()> &done)
{
    auto *dialog =
        new ChangeDialog(m_session, {{u"edits"_s, change.edits}, {u"revision"_s, change.revision}}, change.summary, parent);
    connect(dialog, &ChangeDialog::saved, &m_feed, &ModelFeed::ask);
    if (done)
        connect(dialog, &ChangeDialog::saved, parent, done);
    dialog->open();
}

bool AliasCard::canChange() const
{
    return !m_feed.fileRevision().isEmpty();
}

QStringList AliasCard::groups() const
{
    QStringList groups;
    for (const QJsonValue row : m_feed.rows()) {
        if (const QString group = row["group"_L1].toString(); !groups.contains(group))
            groups.append(group);
    }
    return groups;
}

void AliasCard::edit(const QJsonObject &row)
{
    if (!canChange())
        return;
    const QString before = row.value("name"_L1).toString(), revision = m_feed.fileRevision();
    const QJsonValue written = row.value("written"_L1);
    const auto form = before.isEmpty() ? AliasForm() : aliasForm(before, written);
    if (!form)
        return m_session.announce(tr("%1 stands in the file in a way that has to be changed by hand.").arg(before));
    auto *dialog = new AliasDialog(before.isEmpty() ? tr("Add another name") : tr("Change another name"), groups(), *form, this);
    connect(dialog, &AliasDialog::ready, this, [this, dialog, before, written, revision] {
        const AliasForm wanted = dialog->alias();
        if (wanted.name != before && m_feed.aliases().contains(wanted.name))
            return dialog->setProblem(tr("%1 is another name already.").arg(wanted.name));
        const QJsonArray edits = aliasEdits(before, written, wanted);
        if (edits.isEmpty())
            return dialog->accept();
        QStringList models;
        for (const AliasTarget &target : wanted.targets)
            models.append(target.model);
        change({edits, revision, tr("%1 stands for %2").arg(wanted.name, QLocale().createSeparatedList(models))}, dialog,
            [dialog] { dialog->accept(); });
    });
    dialog->open();
}

void AliasCard::remove(const QString &name)
{
    if (!name.isEmpty() && !m_feed.fileRevision().isEmpty())
        change({{removeEdit({u"router_settings"_s, u"model_group_alias"_s, name})}, m_feed.fileRevision(),
                   tr("Remove the name %1").arg(name)},
            this, {});
}

void AliasCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        return remove(m_view->currentId());
    if (event->key() == Qt::Key_F2 && !m_view->currentId().isEmpty()) // else it would be a new one
        return edit(m_view->current());
    QWidget::keyPressEvent(event);
}

} // namespace gatehouse::ui
