// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/alias_card.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/aliases.h"
#include "ui/pages/models/model_feed.h"
#include "ui/session.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
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
        change->setEnabled(canChange() && m_view->current().value("is_simple"_L1).toBool());
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

void AliasCard::change(const QJsonArray &edits, const QString &summary, QWidget *parent, const std::function<void()> &done)
{
    auto *dialog = new ChangeDialog(m_session, {{u"edits"_s, edits}, {u"revision"_s, m_feed.fileRevision()}}, summary, parent);
    connect(dialog, &ChangeDialog::saved, &m_feed, &ModelFeed::ask);
    if (done)
        connect(dialog, &ChangeDialog::saved, parent, done);
    dialog->open();
}

bool AliasCard::canChange() const
{
    return !m_feed.fileRevision().isEmpty();
}

void AliasCard::edit(const QJsonObject &row)
{
    const QString before = row.value("name"_L1).toString();
    if (!canChange() || (!before.isEmpty() && !row.value("is_simple"_L1).toBool()))
        return;
    auto *dialog = new FormDialog(before.isEmpty() ? tr("Add another name") : tr("Change another name"), tr("Save"), this);
    auto *name = new QLineEdit(before);
    auto *model = new QComboBox;
    auto *hidden = new QCheckBox(tr("Leave it out of the list of models"));
    model->setEditable(true);
    for (const QJsonValue each : m_feed.rows()) {
        const QString group = each["group"_L1].toString();
        if (model->findText(group, Qt::MatchFixedString | Qt::MatchCaseSensitive) < 0)
            model->addItem(group);
    }
    if (!before.isEmpty())
        model->setCurrentText(row.value("model"_L1).toString());
    hidden->setChecked(row.value("is_hidden"_L1).toBool());
    dialog->addField(tr("Other name"), name);
    dialog->addField(tr("Stands for"), model);
    dialog->addWide(hidden);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, name, model, hidden, before] {
        const QString wish = name->text().trimmed(), target = model->currentText().trimmed();
        if (wish.isEmpty() || target.isEmpty())
            return dialog->setProblem(tr("Both names are needed."));
        const QJsonObject wanted {{u"name"_s, wish}, {u"model"_s, target}, {u"is_hidden"_s, hidden->isChecked()}};
        change(aliasEdits(before, wanted), tr("%1 stands for %2").arg(wish, target), dialog, [dialog] { dialog->accept(); });
    });
    dialog->open();
}

void AliasCard::remove(const QString &name)
{
    if (!name.isEmpty() && canChange())
        change({removeEdit({u"router_settings"_s, u"model_group_alias"_s, name})}, tr("Remove the name %1").arg(name), this, {});
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
