// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/fact_card.h"

#include "ui/api/poll.h"
#include "ui/session.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

FactCard::FactCard(Session &session, Reader reader, const QString &hint, QWidget *parent)
    : Card(tr("In use now"), parent)
    , m_reader(std::move(reader))
    , m_grid(new QGridLayout)
    , m_message(new MessageLine)
{
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    addContent(m_message);
    if (!hint.isEmpty()) {
        QLabel *label = makeLabel(Voice::Small, hint);
        label->setWordWrap(true);
        addContent(label);
    }
    auto *poll = new Poll(session, u"/gateway/info"_s, std::chrono::seconds(10), this);
    connect(poll, &Poll::answered, this, &FactCard::take);
    connect(&session.client(), &Client::targetChanged, this, [this] { read({}); });
    read({});
}

void FactCard::take(const Answer &answer)
{
    m_message->say(Mood::Bad, answer.problem);
    if (answer.isOk())
        read(answer.json.object());
}

void FactCard::read(const QJsonObject &info)
{
    m_info = info;
    const QList<GatewayFact> facts = m_reader(info);
    while (m_lines.size() < facts.size())
        addLine();
    for (qsizetype at = 0; at < m_lines.size(); ++at)
        fill(m_lines[at], at < facts.size() ? facts[at] : GatewayFact {});
}

void FactCard::addLine()
{
    const Line line {makeLabel(Voice::Muted), new QLabel, new ElidedLabel};
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setFont(tabular(line.value->font()));
    const int row = int(m_lines.size());
    m_grid->addWidget(line.name, row, 0);
    auto *told = new QHBoxLayout;
    told->setSpacing(6);
    told->addWidget(line.mark);
    told->addWidget(line.value, 1);
    m_grid->addLayout(told, row, 1);
    m_lines.append(line);
}

void FactCard::fill(const Line &line, const GatewayFact &fact)
{
    const bool isThere = !fact.name.isEmpty();
    const bool isMarked = fact.mood == Mood::Warn || fact.mood == Mood::Bad;
    line.name->setText(fact.name);
    line.value->setWholeText(fact.value);
    line.name->setVisible(isThere);
    line.value->setVisible(isThere);
    line.mark->setVisible(isThere && isMarked);
    if (!isMarked)
        return;
    const Colours &colours = Colours::of(palette());
    line.mark->setPixmap(markPixmap(
        Mark::Alert, fontMetrics().height() - 1, devicePixelRatioF(), moodColour(fact.mood, colours), colours.surface));
}

} // namespace gatehouse::ui
