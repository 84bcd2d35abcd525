// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/widgets/form_dialog.h"

class QListWidget;

namespace gatehouse::ui {

class DiffView;
class Session;

/// What the file said before, newest first: what has changed since, and the way back.
class VersionsDialog : public FormDialog
{
    Q_OBJECT
public:
    VersionsDialog(Session &session, QWidget *parent);

private:
    void fill(const QJsonArray &versions);
    void showVersion();
    void take(const Answer &answer);
    void putBack();
    void showSaved(const Answer &answer);

    Session &m_session;
    QListWidget *m_list;
    DiffView *m_diff;
    QString m_current;  ///< revision of the file as it is now
    QString m_revision; ///< of the version that is shown
    QString m_text;
};

} // namespace gatehouse::ui
