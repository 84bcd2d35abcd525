// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/conversation.h"
#include "ui/pages/traffic/record_tab.h"

#include <QList>
#include <QWidget>

class QColor;

namespace gatehouse::ui {

class ElidedLabel;
class ProseView;

/// One answer to be held against another: whose it is, what it took and cost, and what it says. It is read out of a record, or
/// comes piece by piece.
class AnswerPane : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPane(const QString &name, QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record);
    enum class Tone { Plain, Quiet, Bad };
    /// Instead of an answer.
    void say(const QString &text, Tone tone = Tone::Quiet);
    /// Goes on with what was said last, or begins anew below it where the tone is another.
    void grow(const QString &text, Tone tone = Tone::Plain);
    /// Who answers, in place of a record that would say so; empty: not known.
    void setModel(const QString &model);
    /// Off where somebody else shows what it took.
    void setFiguresShown(bool shown);
    /// What was said piece by piece.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        Tone tone;
        QString text;
    };
    void showHead();
    void showSaid();
    void showLines();
    void begin(Tone tone);
    QColor colourOf(Tone tone) const;

    QString m_name;
    SharedRecord m_record;
    QList<SaidMessage> m_said;
    QList<Line> m_lines; ///< where there is no record
    QString m_model;
    ElidedLabel *m_title;
    ElidedLabel *m_figures;
    ProseView *m_text;
};

/// "1.22 s, first token after 310 ms · 1,955 in, 196 out · $0.0029": what a call took.
QString callFigures(const TrafficRow &row);

} // namespace gatehouse::ui
