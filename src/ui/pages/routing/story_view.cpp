// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/story_view.h"

#include "ui/pages/routing/dry_run.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

/// A sign as large as the text beside it, in the colours of now.
class SignView : public QWidget
{
public:
    explicit SignView(const RecordSign &sign)
        : m_sign(sign)
    {
        const int side = fontMetrics().ascent() + 2;
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours &colours = Colours::of(palette());
        paintMark(painter, m_sign.mark, rect(), moodColour(m_sign.mood, colours), colours.surface);
    }

private:
    RecordSign m_sign;
};

QLabel *wrapped(Voice voice, const QString &text)
{
    QLabel *label = makeLabel(voice, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QHBoxLayout *signedRow(const RecordSign &sign, QWidget *text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new SignView(sign), 0, Qt::AlignTop);
    row->addWidget(text, 1);
    return row;
}

QLayout *lineRow(const DryRunLine &line)
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *name = new ElidedLabel;
    name->setWholeText(line.text);
    column->addWidget(name);
    if (!line.remark.isEmpty())
        column->addWidget(wrapped(Voice::Small, line.remark));
    QHBoxLayout *row = signedRow(line.sign, words);
    if (!line.figure.isEmpty())
        row->addWidget(makeLabel(Voice::Body, line.figure), 0, Qt::AlignTop);
    return row;
}

void addStep(QVBoxLayout *column, const DryRunStep &step)
{
    column->addSpacing(4);
    column->addWidget(wrapped(Voice::Strong, step.title));
    if (!step.remark.isEmpty())
        column->addWidget(wrapped(Voice::Small, step.remark));
    for (const DryRunLine &line : step.lines)
        column->addLayout(lineRow(line));
}

} // namespace

StoryView::StoryView(const DryRunStory &story, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(signedRow(story.sign, wrapped(Voice::Strong, story.headline)));
    if (!story.remark.isEmpty())
        column->addWidget(wrapped(Voice::Small, story.remark));
    for (const DryRunStep &step : story.steps)
        addStep(column, step);
}

} // namespace gatehouse::ui
