// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/config/change_dialog.h"

#include "ui/config/config_file.h"
#include "ui/config/diff_view.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString errorsIn(const QJsonArray &problems)
{
    QStringList lines;
    for (const QJsonValue problem : problems) {
        if (problem["severity"_L1].toString() != "error"_L1)
            continue;
        const int line = problem["line"_L1].toInt();
        const QString message = problem["message"_L1].toString();
        //: a problem in a file: %1 is the line number, %2 what is wrong
        lines.append(line > 0 ? ChangeDialog::tr("Line %1: %2").arg(line).arg(message) : message);
    }
    return lines.join(u'\n');
}

QString restartsIn(const QJsonArray &paths)
{
    QStringList names;
    for (const QJsonValue path : paths)
        names.append(path.toString());
    //: %1 is a list of settings
    return names.isEmpty() ? QString()
                           : ChangeDialog::tr("Counts from the next start of the gateway on: %1").arg(names.join(u", "_s));
}

} // namespace

ChangeDialog::ChangeDialog(Session &session, const QJsonObject &change, const QString &summary, QWidget *parent)
    : FormDialog(tr("Change the configuration"), tr("Save"), parent)
    , m_session(session)
    , m_change(change)
    , m_summary(summary)
    , m_diff(new DiffView)
{
    addWide(makeLabel(Voice::Heading, summary));
    addWide(m_diff, 1);
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().height() * 24);
    connect(this, &FormDialog::submitted, this, &ChangeDialog::save);
    preview();
}

void ChangeDialog::preview()
{
    setBusy(tr("Working out what changes…"));
    m_session.config().preview(m_change, this, [this](const Answer &answer) { showPreview(answer); });
}

void ChangeDialog::showPreview(const Answer &answer)
{
    if (!answer.isOk()) {
        setProblem(answer.problem);
        actionButton()->setEnabled(false);
        return;
    }
    const QJsonObject told = answer.json.object();
    m_diff->setDiff(told.value("diff"_L1).toObject());
    // What is saved is what is shown here: a file that is another one by then is refused, or joined with this.
    if (!m_change.contains("revision"_L1))
        m_change.insert("revision"_L1, told.value("revision_of_base"_L1));
    const QString errors = errorsIn(told.value("problems"_L1).toArray());
    const bool changesNothing = told.value("changes_nothing"_L1).toBool();
    if (!errors.isEmpty())
        setProblem(errors);
    else if (changesNothing)
        setSuccess(tr("The file says so already: there is nothing to save."));
    else
        setNotice(restartsIn(told.value("needs_restart"_L1).toArray()));
    actionButton()->setEnabled(errors.isEmpty() && !changesNothing);
    actionButton()->setFocus();
}

void ChangeDialog::save()
{
    setBusy(tr("Saving, and putting it into use…"));
    m_session.config().save(m_change, this, [this](const Answer &answer) { showSaved(answer); });
}

void ChangeDialog::showSaved(const Answer &answer)
{
    const QJsonObject told = answer.json.object();
    if (!answer.isOk()) {
        const QString errors = errorsIn(told.value("problems"_L1).toArray());
        const QJsonObject conflict = told.value("conflict"_L1).toObject();
        if (!conflict.isEmpty())
            m_diff->setDiff(conflict.value("diff"_L1).toObject());
        return setProblem(errors.isEmpty() ? answer.problem : errors);
    }
    // Undo is offered at the foot of the window, where it outlives this dialog.
    Session *session = &m_session;
    session->announce(tr("Saved: %1").arg(m_summary), tr("Undo"), [session, revision = told.value("revision"_L1).toString()] {
        session->config().undo(revision, session,
            [session](const Answer &undone) { session->announce(undone.isOk() ? tr("Undone.") : undone.problem); });
    });
    Q_EMIT saved();
    accept();
}

QJsonObject setEdit(const QJsonArray &path, const QJsonValue &value)
{
    return {{u"op"_s, u"set"_s}, {u"path"_s, path}, {u"value"_s, value}};
}

QJsonObject removeEdit(const QJsonArray &path)
{
    return {{u"op"_s, u"remove"_s}, {u"path"_s, path}};
}

QJsonObject insertEdit(const QJsonArray &listPath, const QJsonValue &value, int index)
{
    QJsonObject edit {{u"op"_s, u"insert"_s}, {u"path"_s, listPath}, {u"value"_s, value}};
    if (index >= 0)
        edit.insert("index"_L1, index);
    return edit;
}

QJsonObject moveEdit(const QJsonArray &listPath, int from, int to)
{
    return {{u"op"_s, u"move"_s}, {u"path"_s, listPath}, {u"from"_s, from}, {u"to"_s, to}};
}

QJsonObject renameEdit(const QJsonArray &path, const QString &key)
{
    return {{u"op"_s, u"rename"_s}, {u"path"_s, path}, {u"key"_s, key}};
}

QJsonObject editsSeenIn(const QString &revision, const QJsonArray &edits)
{
    QJsonObject change {{u"edits"_s, edits}};
    if (!revision.isEmpty())
        change.insert("revision"_L1, revision);
    return change;
}

void changeConfig(Session &session, const QJsonArray &edits, const QString &summary, QWidget *parent, std::function<void()> done)
{
    applyChange(session, editsSeenIn({}, edits), summary, parent, std::move(done));
}

void applyChange(Session &session, const QJsonObject &change, const QString &summary, QWidget *parent, std::function<void()> done)
{
    auto *dialog = new ChangeDialog(session, change, summary, parent);
    if (done)
        QObject::connect(dialog, &ChangeDialog::saved, parent, std::move(done));
    dialog->open();
}

} // namespace gatehouse::ui
