// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/model_column.h"

#include "ui/models/traffic_row.h"
#include "ui/pages/playground/figure_grid.h"
#include "ui/pages/traffic/answer_pane.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/pill.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds betweenPaints {40};
constexpr int paintsPerFigure = 6; ///< figures that change faster cannot be read
constexpr int narrowest = 240;     ///< pixels

/// What to do about it; empty where the message says all.
QString adviceFor(const ChatStream::Problem &problem)
{
    switch (problem.status) {
    case 0: return ModelColumn::tr("Ask again; Traffic shows how far the request came.");
    case 400:
    case 404: return ModelColumn::tr("Choose a model from the list, or leave its parameters at their defaults.");
    case 401:
    case 403: return ModelColumn::tr("The key that this window uses may not ask this model.");
    case 429: return ModelColumn::tr("Wait a moment and ask again, or raise the limit under Keys & budgets.");
    default: break;
    }
    return problem.status >= 500 ? ModelColumn::tr("Traffic shows what each provider answered.") : QString();
}

} // namespace

ModelColumn::ModelColumn(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_stream(session.client())
    , m_fields(new SetupFields)
    , m_pill(new Pill)
    , m_grid(new FigureGrid)
    , m_answer(new AnswerPane(tr("Answer")))
    , m_run(new QPushButton)
{
    setProperty("role", u"card"_s);
    setMinimumWidth(narrowest);
    m_answer->setFiguresShown(false);
    m_answer->say(tr("Nothing was asked yet."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_fields);
    column->addWidget(m_grid);
    column->addWidget(m_answer, 1);
    column->addWidget(makeFoot());
    m_paint.setInterval(betweenPaints);
    connect(&m_paint, &QTimer::timeout, this, &ModelColumn::flush);
    connect(&m_stream, &ChatStream::said, this, [this](const QString &text) { m_said += text; });
    connect(&m_stream, &ChatStream::thought, this, [this](const QString &text) { m_thought += text; });
    connect(&m_stream, &ChatStream::ended, this, &ModelColumn::onEnded);
    connect(&session.feed(), &TrafficFeed::received, this, &ModelColumn::take);
    setState(State::Idle);
}

QWidget *ModelColumn::makeFoot()
{
    auto *more = new QToolButton;
    more->setText(tr("More ▾"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setProperty("role", u"quiet"_s);
    more->setAccessibleName(tr("More of this column"));
    more->setMenu(makeMenu());
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_run);
    row->addWidget(m_pill);
    row->addStretch(1);
    row->addWidget(more);
    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : Q_EMIT runWished(); });
    return foot;
}

QMenu *ModelColumn::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("Copy as curl"), this, &ModelColumn::curlWished);
    menu->addAction(tr("Copy the answer"), this, [this] { copyText(m_answer->text()); });
    m_traffic = menu->addAction(
        tr("Show in Traffic"), this, [this] { m_session.openPage(u"traffic"_s, u"id:"_s + m_stream.figures().callId); });
    menu->addSeparator();
    m_remove = menu->addAction(tr("Remove this column"), this, &ModelColumn::removeWished);
    return menu;
}

void ModelColumn::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

ChatQuestion ModelColumn::filled(ChatQuestion question) const
{
    const ColumnSetup setup = m_fields->setup();
    question.model = setup.model;
    question.system = setup.system;
    question.temperature = setup.temperature;
    question.mostTokens = setup.mostTokens;
    return question;
}

void ModelColumn::ask(const ChatQuestion &question)
{
    const ChatQuestion whole = filled(question);
    begin();
    if (whole.model.isEmpty()) {
        m_answer->say(tr("Choose a model first."), AnswerPane::Tone::Bad);
        m_fields->focusModel();
        return setState(State::Failed);
    }
    m_answer->say({});
    m_stream.ask(whole.body());
    m_paint.start();
    setState(State::Waiting);
}

void ModelColumn::begin()
{
    m_said.clear();
    m_thought.clear();
    m_paints = 0;
    m_isSettled = false;
    setFigures({});
}

void ModelColumn::stop()
{
    if (!isRunning())
        return;
    m_stream.stop();
    m_paint.stop();
    flush();
    setState(State::Stopped);
    m_session.feed().refresh(); // what it has cost by then
}

void ModelColumn::flush()
{
    if (!m_thought.isEmpty()) {
        m_answer->grow(std::exchange(m_thought, {}), AnswerPane::Tone::Quiet);
        setState(State::Thinking);
    }
    if (!m_said.isEmpty()) {
        m_answer->grow(std::exchange(m_said, {}));
        setState(State::Answering);
    }
    if (!m_isSettled && m_paints++ % paintsPerFigure == 0)
        setFigures(figuresOf(m_stream.figures()));
}

void ModelColumn::onEnded(const ChatStream::Problem &problem)
{
    m_paint.stop();
    flush();
    if (!m_isSettled)
        setFigures(figuresOf(m_stream.figures()));
    sayEnd(problem);
    setState(problem.text.isEmpty() ? State::Answered : State::Failed);
    m_session.feed().refresh(); // the receipt knows what it has cost
}

void ModelColumn::sayEnd(const ChatStream::Problem &problem)
{
    const QString advice = adviceFor(problem);
    if (!problem.text.isEmpty()) {
        m_answer->grow(problem.text, AnswerPane::Tone::Bad);
        m_answer->grow(advice, AnswerPane::Tone::Quiet);
    } else if (m_answer->text().isEmpty()) {
        m_answer->say(tr("The answer holds no text."));
    } else if (m_stream.figures().finished == "length"_L1) {
        m_answer->grow(tr("The answer ended at its limit of tokens."), AnswerPane::Tone::Quiet);
    }
}

void ModelColumn::take(const QList<TrafficRow> &rows)
{
    const QString callId = m_stream.figures().callId;
    for (const TrafficRow &row : rows) {
        if (callId.isEmpty() || row.callId != callId || row.isRunning())
            continue;
        m_isSettled = true;
        m_answer->setModel(row.upstreamModel);
        AnswerFigures figures = figuresOf(row);
        if (!figures.outputTokens)
            figures.outputTokens = m_figures.outputTokens;
        setFigures(figures);
    }
}

void ModelColumn::setFigures(const AnswerFigures &figures)
{
    m_figures = figures;
    m_grid->setFigures(figures);
    Q_EMIT changed();
}

void ModelColumn::setState(State state)
{
    m_state = state;
    const bool runs = isRunning();
    m_run->setText(runs ? tr("Stop") : tr("Ask"));
    m_run->setToolTip(runs ? QString() : tr("Only this model"));
    m_traffic->setEnabled(!m_stream.figures().callId.isEmpty());
    m_pill->setVisible(state != State::Idle);
    switch (state) {
    case State::Idle: break;
    case State::Waiting: m_pill->setState(Mark::Ring, Mood::Busy, tr("Waiting")); break;
    case State::Thinking: m_pill->setState(Mark::Ring, Mood::Busy, tr("Thinking")); break;
    case State::Answering: m_pill->setState(Mark::Ring, Mood::Busy, tr("Answering")); break;
    case State::Answered: m_pill->setState(Mark::Check, Mood::Good, tr("Done")); break;
    case State::Stopped: m_pill->setState(Mark::Square, Mood::Idle, tr("Stopped")); break;
    case State::Failed: m_pill->setState(Mark::Cross, Mood::Bad, tr("Failed")); break;
    }
    Q_EMIT changed();
}

} // namespace gatehouse::ui
