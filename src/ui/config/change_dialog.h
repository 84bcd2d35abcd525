// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/widgets/form_dialog.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace gatehouse::ui {

class DiffView;
class Session;

/// What a change will do to the configuration file, line by line, before it is done. Saving keeps the dialog open until the
/// new configuration is in use; afterwards the foot of the window offers to undo it.
class ChangeDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param change {"edits": […]} or {"text": "…"}, with the "revision" it was thought out for; without, that of the file
    /// as it is shown here counts. @param summary one line, what is done: "Add gpt-4o".
    ChangeDialog(Session &session, const QJsonObject &change, const QString &summary, QWidget *parent);

Q_SIGNALS:
    /// In use now.
    void saved();

private:
    void preview();
    void showPreview(const Answer &answer);
    void save();
    void showSaved(const Answer &answer);

    Session &m_session;
    QJsonObject m_change;
    QString m_summary;
    DiffView *m_diff;
};

/// Edits of docs/config-api.md, to be built in one line each.
QJsonObject setEdit(const QJsonArray &path, const QJsonValue &value);
QJsonObject removeEdit(const QJsonArray &path);
QJsonObject insertEdit(const QJsonArray &listPath, const QJsonValue &value, int index = -1);
QJsonObject moveEdit(const QJsonArray &listPath, int from, int to);
QJsonObject renameEdit(const QJsonArray &path, const QString &key);

/// The change of a ChangeDialog. @param revision of the tree in which their indexes and values were seen; empty: they hold of
/// any.
QJsonObject editsSeenIn(const QString &revision, const QJsonArray &edits);

/// Shows what the edits do and, if confirmed, does them. @param done once they are in use; not called when the user leaves.
void changeConfig(
    Session &session, const QJsonArray &edits, const QString &summary, QWidget *parent, std::function<void()> done = {});
/// The same for a change that knows what it was thought out for.
void applyChange(
    Session &session, const QJsonObject &change, const QString &summary, QWidget *parent, std::function<void()> done = {});

} // namespace gatehouse::ui
