// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/chat_stream.h"
#include "ui/models/chat_question.h"
#include "ui/pages/playground/answer_figures.h"
#include "ui/pages/playground/setup_fields.h"

#include <QFrame>
#include <QTimer>

class QAction;
class QMenu;
class QPushButton;

namespace gatehouse::ui {

class AnswerPane;
class FigureGrid;
class Pill;
class Session;
struct TrafficRow;

/// One model, what it is told besides the question, and its answer while it comes.
class ModelColumn : public QFrame
{
    Q_OBJECT
public:
    explicit ModelColumn(Session &session, QWidget *parent = nullptr);

    SetupFields &fields() { return *m_fields; }
    FigureGrid &figureGrid() { return *m_grid; }
    void setRemovable(bool removable);
    /// @param question without its model and its parameters, which are this column's.
    void ask(const ChatQuestion &question);
    void stop();
    bool isRunning() const { return m_stream.isRunning(); }
    /// Whether the whole answer is there.
    bool isAnswered() const { return m_state == State::Answered; }
    const AnswerFigures &figures() const { return m_figures; }
    /// What would be asked now.
    ChatQuestion filled(ChatQuestion question) const;

Q_SIGNALS:
    /// The button of this column: ask, or stop.
    void runWished();
    void removeWished();
    void curlWished();
    /// It has begun or ended, or its figures are others.
    void changed();

private:
    enum class State { Idle, Waiting, Thinking, Answering, Answered, Stopped, Failed };
    QWidget *makeFoot();
    QMenu *makeMenu();
    void begin();
    void setState(State state);
    void flush();
    void sayEnd(const ChatStream::Problem &problem);
    void onEnded(const ChatStream::Problem &problem);
    void take(const QList<TrafficRow> &rows);
    void setFigures(const AnswerFigures &figures);

    Session &m_session;
    ChatStream m_stream;
    SetupFields *m_fields;
    Pill *m_pill;
    FigureGrid *m_grid;
    AnswerPane *m_answer;
    QPushButton *m_run;
    QAction *m_traffic = nullptr;
    QAction *m_remove = nullptr;
    QTimer m_paint; ///< what came in the meantime is shown at once
    QString m_said;
    QString m_thought;
    AnswerFigures m_figures;
    int m_paints = 0;
    State m_state = State::Idle;
    bool m_isSettled = false; ///< the gateway has said what it took
};

} // namespace gatehouse::ui
