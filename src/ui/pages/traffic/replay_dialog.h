// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/traffic/record_tab.h"
#include "ui/widgets/form_dialog.h"

class QComboBox;

namespace gatehouse::ui {

class AnswerPane;
class Session;

/// Sends a captured request once more, to its own model or to another, and holds the new answer against the one of then.
class ReplayDialog : public FormDialog
{
    Q_OBJECT
public:
    ReplayDialog(Session &session, const SharedRecord &record, QWidget *parent);

private:
    void askForModels();
    void send();
    void fetch(const QString &callId);
    void take(const QByteArray &body);

    Session &m_session;
    SharedRecord m_record;
    QComboBox *m_model;
    AnswerPane *m_then;
    AnswerPane *m_now;
};

} // namespace gatehouse::ui
