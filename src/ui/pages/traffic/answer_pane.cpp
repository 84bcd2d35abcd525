// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/answer_pane.h"

#include "ui/background.h"
#include "ui/models/text.h"
#include "ui/pages/traffic/prose_view.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostText = 200000;

QString answering(const TrafficRow &row)
{
    return row.upstreamModel.isEmpty() ? row.model : row.upstreamModel;
}

QList<SaidMessage> answersIn(const TrafficRecord &record)
{
    QList<SaidMessage> said = conversationOf(record);
    said.removeIf([](const SaidMessage &message) { return !message.isAnswer; });
    return said;
}

} // namespace

QString callFigures(const TrafficRow &row)
{
    QStringList figures;
    if (row.durationMs && row.firstTokenMs && row.stream)
        //: durations: %1 in all, %2 until the answer began
        figures.append(
            AnswerPane::tr("%1, first token after %2").arg(durationText(*row.durationMs), durationText(*row.firstTokenMs)));
    else if (row.durationMs)
        figures.append(durationText(*row.durationMs));
    if (row.hasTokens()) //: numbers of tokens: %1 in the question, %2 in the answer
        figures.append(
            AnswerPane::tr("%1 in, %2 out").arg(QLocale().toString(row.inputTokens), QLocale().toString(row.outputTokens)));
    if (row.cost)
        figures.append(moneyText(*row.cost));
    return figures.join(u" · "_s);
}

AnswerPane::AnswerPane(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_title(new ElidedLabel)
    , m_figures(new ElidedLabel)
    , m_text(new ProseView)
{
    setVoice(m_title, Voice::Strong);
    setVoice(m_figures, Voice::Small);
    m_figures->setFont(tabular(m_figures->font()));
    m_text->setAccessibleName(name);
    m_text->setFlat();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_figures);
    column->addWidget(m_text, 1);
    showHead();
}

void AnswerPane::setRecord(const SharedRecord &record)
{
    m_record = record;
    m_said.clear();
    m_lines.clear();
    showHead();
    inBackground(
        this, [record] { return answersIn(*record); },
        [this, record](const QList<SaidMessage> &said) {
            if (record != m_record)
                return;
            m_said = said;
            showSaid();
        });
}

void AnswerPane::say(const QString &text, Tone tone)
{
    m_record = nullptr;
    m_said.clear();
    m_lines.clear();
    m_model.clear();
    showHead();
    m_text->empty();
    if (!text.isEmpty())
        grow(text, tone);
}

void AnswerPane::grow(const QString &text, Tone tone)
{
    if (m_lines.isEmpty() || m_lines.last().tone != tone) {
        m_lines.append({tone, {}});
        begin(tone);
    }
    m_lines.last().text += text;
    m_text->grow(text, colourOf(tone));
}

void AnswerPane::begin(Tone tone)
{
    m_text->addText({}, colourOf(tone));
}

QColor AnswerPane::colourOf(Tone tone) const
{
    const Colours &colours = Colours::of(palette());
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Quiet: return colours.muted;
    case Tone::Bad: return colours.bad;
    }
    return {};
}

void AnswerPane::setFiguresShown(bool shown)
{
    m_figures->setVisible(shown);
}

void AnswerPane::setModel(const QString &model)
{
    m_model = model;
    showHead();
}

QString AnswerPane::text() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts.append(line.text);
    return texts.join(u'\n');
}

void AnswerPane::showHead()
{
    const QString model = m_record ? answering(m_record->row) : m_model;
    m_title->setWholeText(model.isEmpty() ? m_name : m_name + u": "_s + model);
    m_figures->setWholeText(m_record ? callFigures(m_record->row) : QString());
}

void AnswerPane::showLines()
{
    m_text->empty();
    for (const Line &line : m_lines) {
        begin(line.tone);
        m_text->grow(line.text, colourOf(line.tone));
    }
}

void AnswerPane::showSaid()
{
    const Colours &colours = Colours::of(palette());
    m_text->empty();
    if (const QString error = m_record->row.error; !error.isEmpty())
        m_text->addText(error, colours.bad);
    for (const SaidMessage &message : m_said) {
        for (const SaidPart &part : message.parts) {
            if (part.kind == SaidPart::Kind::Reasoning)
                continue; // the answers are held against each other
            if (part.kind == SaidPart::Kind::ToolCall)
                m_text->addText(tr("Calls the tool %1").arg(part.name), colours.muted);
            m_text->addText(part.text.left(mostText));
        }
    }
    if (m_said.isEmpty() && m_record->row.error.isEmpty())
        m_text->addText(tr("The answer holds no text."), colours.muted);
    m_text->moveCursor(QTextCursor::Start);
}

void AnswerPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_record ? showSaid() : showLines();
}

} // namespace gatehouse::ui
