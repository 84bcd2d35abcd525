// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/figure_source.h"

#include "ui/api/poll.h"
#include "ui/pages/overview/range.h"
#include "ui/session.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

FigureSource::FigureSource(Session &session, QWidget *viewer)
    : QObject(viewer)
    , m_range(&ranges().front())
    , m_curvesPoll(new Poll(session, u"/series"_s, m_range->interval, viewer))
    , m_wholePoll(new Poll(session, u"/series"_s, m_range->interval, viewer))
{
    connect(m_curvesPoll, &Poll::answered, this, &FigureSource::take);
    connect(m_wholePoll, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_whole = Figures::fromJson(answer.json.object());
        Q_EMIT wholeChanged();
    });
    setRange(*m_range);
}

void FigureSource::setRange(const Range &range)
{
    m_range = &range;
    for (Poll *poll : {m_curvesPoll, m_wholePoll})
        poll->setInterval(range.interval);
    m_curvesPoll->setQuery(range.curves());
    m_wholePoll->setQuery(range.whole());
}

void FigureSource::refresh()
{
    m_curvesPoll->ask();
    m_wholePoll->ask();
}

void FigureSource::take(const Answer &answer)
{
    Q_EMIT problemChanged(answer.problem);
    if (!answer.isOk())
        return;
    m_curves = Figures::fromJson(answer.json.object());
    Q_EMIT curvesChanged();
}

} // namespace gatehouse::ui
