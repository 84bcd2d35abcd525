// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/conversation.h"
#include "ui/pages/traffic/record_tab.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace gatehouse::ui {

class ElidedLabel;
class ProseView;

/// One answer to be held against another: whose it is, what it took and cost, and what it says.
class AnswerPane : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPane(const QString &name, QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record);
    /// Instead of an answer.
    void say(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHead();
    void showSaid();

    QString m_name;
    SharedRecord m_record;
    QList<SaidMessage> m_said;
    ElidedLabel *m_title;
    QLabel *m_figures;
    ProseView *m_text;
};

/// "1.22 s, first token after 310 ms · 1,955 in, 196 out · $0.0029": what a call took.
QString callFigures(const TrafficRow &row);

} // namespace gatehouse::ui
