// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_actions.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/add_model.h"
#include "ui/pages/models/model_dialog.h"
#include "ui/pages/models/model_entry.h"
#include "ui/pages/models/model_feed.h"
#include "ui/session.h"
#include "ui/widgets/question_dialog.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString nameOf(const QJsonObject &row)
{
    return row.value("group"_L1).toString();
}

int indexOf(const QJsonObject &row)
{
    return row.value("index"_L1).toInt(-1);
}

bool isStored(const QJsonObject &row)
{
    return row.value("is_stored"_L1).toBool();
}

/// The entry as it was written, without what only the answer has; a stored one is told with what it was made of.
QJsonObject entryOf(const QJsonObject &row)
{
    const QJsonObject entry = row.value(isStored(row) ? "info"_L1 : "entry"_L1).toObject();
    QJsonObject made {{u"model_name"_s, entry.value("model_name"_L1)}, {u"litellm_params"_s, entry.value("litellm_params"_L1)}};
    if (const QJsonObject info = entry.value("model_info"_L1).toObject(); !isStored(row) && !info.isEmpty())
        made.insert("model_info"_L1, info);
    return made;
}

/// Goes with the file that the row was read from, which may be another by now: a dialog may stand open for long.
QJsonObject changeOf(const QJsonObject &row, const QJsonArray &edits)
{
    return {{u"edits"_s, edits}, {u"revision"_s, row.value("revision"_L1)}};
}

QString addressOf(const QJsonObject &row)
{
    return u"/model/"_s + QString::fromLatin1(QUrl::toPercentEncoding(row.value("id"_L1).toString())) + u"/update"_s;
}

} // namespace

ModelActions::ModelActions(Session &session, ModelFeed &feed, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_feed(feed)
{
}

QWidget *ModelActions::page() const
{
    return static_cast<QWidget *>(parent());
}

bool ModelActions::isChangeable(const QJsonObject &row)
{
    return isStored(row) || indexOf(row) >= 0;
}

void ModelActions::change(const QJsonObject &row, const QJsonArray &edits, const QString &summary)
{
    auto *dialog = new ChangeDialog(m_session, changeOf(row, edits), summary, page());
    connect(dialog, &ChangeDialog::saved, &m_feed, &ModelFeed::ask);
    dialog->open();
}

void ModelActions::fill(QMenu &menu, const QJsonObject &row)
{
    const bool can = isChangeable(row), isBlocked = row.value("is_blocked"_L1).toBool();
    offer(menu, tr("Edit…"), Qt::Key_F2, can, [this, row] { edit(row); });
    offer(menu, tr("Duplicate…"), Qt::CTRL | Qt::Key_D, can, [this, row] { duplicate(row); });
    offer(menu, isBlocked ? tr("Enable") : tr("Disable"), {}, can, [this, row, isBlocked] { setBlocked(row, !isBlocked); });
    offer(menu, tr("Test with a real request"), {}, row.value("state"_L1) != "unusable"_L1, [this, row] { test(row); });
}

void ModelActions::fillEnd(QMenu &menu, const QJsonObject &row)
{
    offer(menu, tr("Show its traffic"), {}, true, [this, row] { m_session.openPage(u"traffic"_s, u"model:"_s + nameOf(row)); });
    offer(menu, tr("Remove…"), QKeySequence::Delete, isChangeable(row), [this, row] { remove(row); });
}

void ModelActions::offer(
    QMenu &menu, const QString &text, const QKeySequence &key, bool isPossible, const std::function<void()> &act)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // the page has them; here they are only told
    action->setEnabled(isPossible);
    connect(action, &QAction::triggered, this, act);
}

void ModelActions::add()
{
    addModel(m_session, page(), {}, [this] { m_feed.ask(); });
}

void ModelActions::edit(const QJsonObject &row)
{
    if (!isChangeable(row))
        return;
    auto *dialog = new ModelDialog(m_session, tr("Edit %1").arg(nameOf(row)), tr("Save"), page());
    const QJsonObject before = entryOf(row);
    dialog->setEntry(before);
    dialog->showSettings(true);
    connect(dialog, &ModelDialog::ready, this,
        [this, row, before, dialog](const QJsonObject &after) { saveEdited(row, before, after, dialog); });
    connect(dialog, &QDialog::accepted, &m_feed, &ModelFeed::ask);
    dialog->open();
}

void ModelActions::saveEdited(const QJsonObject &row, const QJsonObject &before, const QJsonObject &after, ModelDialog *dialog)
{
    if (before == after)
        return dialog->accept();
    const QString summary = tr("Change %1").arg(nameOf(row));
    if (!isStored(row)) {
        const QJsonObject change = changeOf(row, entryEdits(indexOf(row), before, after));
        auto *shown = new ChangeDialog(m_session, change, summary, dialog);
        connect(shown, &ChangeDialog::saved, dialog, &QDialog::accept);
        return shown->open();
    }
    dialog->setBusy(tr("Saving…"));
    const QJsonObject body {{u"model_name"_s, after.value("model_name"_L1)},
        {u"litellm_params"_s,
            changedMembers(before.value("litellm_params"_L1).toObject(), after.value("litellm_params"_L1).toObject())}};
    m_session.client().patch(addressOf(row), body, dialog, [this, dialog, summary](const Answer &answer) {
        if (!answer.isOk())
            return dialog->setProblem(answer.problem);
        m_session.announce(tr("Saved: %1").arg(summary));
        dialog->accept();
    });
}

void ModelActions::duplicate(const QJsonObject &row)
{
    if (!isChangeable(row))
        return;
    QJsonObject entry = entryOf(row), params = entry.value("litellm_params"_L1).toObject();
    for (const QString &name : params.keys()) {
        // What is not told cannot be copied, and what the answer adds need not be.
        if (params.value(name) == maskedText() || (isStored(row) && params.value(name) == false))
            params.remove(name);
    }
    entry.insert("litellm_params"_L1, params);
    QJsonObject info = entry.value("model_info"_L1).toObject();
    info.remove("id"_L1); // two deployments cannot share one
    entry.insert("model_info"_L1, info);
    addModel(m_session, page(), entry, [this] { m_feed.ask(); });
}

void ModelActions::setBlocked(const QJsonObject &row, bool blocked)
{
    const QString summary = blocked ? tr("Disable %1").arg(nameOf(row)) : tr("Enable %1").arg(nameOf(row));
    if (!isStored(row)) {
        const QJsonArray path {u"model_list"_s, indexOf(row), u"model_info"_s, u"blocked"_s};
        return change(row, {blocked ? setEdit(path, true) : removeEdit(path)}, summary);
    }
    m_session.client().patch(
        addressOf(row), {{u"blocked"_s, blocked}}, this, [this, row, blocked, summary](const Answer &answer) {
            m_feed.ask();
            if (!answer.isOk())
                return m_session.announce(answer.problem);
            m_session.announce(tr("Saved: %1").arg(summary), tr("Undo"), [this, row, blocked] { setBlocked(row, !blocked); });
        });
}

void ModelActions::remove(const QJsonObject &row)
{
    if (isStored(row))
        return removeStored(row);
    if (indexOf(row) >= 0)
        change(row, {removeEdit({u"model_list"_s, indexOf(row)})}, tr("Remove %1").arg(nameOf(row)));
}

void ModelActions::removeStored(const QJsonObject &row)
{
    const QString text = tr("The deployment %1 is deleted from the database, with the key that is stored in it. "
                            "This cannot be undone. Requests that are under way go on.")
                             .arg(row.value("model"_L1).toString());
    auto *dialog = new QuestionDialog(tr("Remove %1").arg(nameOf(row)), text, tr("Remove"), page());
    connect(dialog, &FormDialog::submitted, this, [this, dialog, row] {
        dialog->setBusy(tr("Removing…"));
        m_session.client().post(
            u"/model/delete"_s, QJsonObject {{u"id"_s, row.value("id"_L1)}}, dialog, [this, dialog](const Answer &answer) {
                if (!answer.isOk())
                    return dialog->setProblem(answer.problem);
                m_feed.ask();
                dialog->accept();
            });
    });
    dialog->open();
}

void ModelActions::test(const QJsonObject &row)
{
    m_session.announce(tr("Waiting for an answer of %1…").arg(row.value("model"_L1).toString()));
    const QUrlQuery query {{u"model_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(row.value("id"_L1).toString()))}};
    m_session.client().get(u"/health"_s, query, this, [this, row](const Answer &answer) {
        const QJsonObject told = answer.json.object();
        const QJsonValue ill = told.value("unhealthy_endpoints"_L1).toArray().at(0);
        const QString who = row.value("model"_L1).toString();
        if (told.value("healthy_count"_L1).toInt() > 0)
            m_session.announce(tr("%1 answered.").arg(who));
        else
            m_session.announce(ill.isObject() ? tr("%1 failed: %2").arg(who, ill["error"_L1].toString()) : answer.problem);
        m_feed.ask();
    });
}

} // namespace gatehouse::ui
