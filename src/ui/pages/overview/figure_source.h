// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/pages/overview/figures.h"

#include <QObject>

class QWidget;

namespace gatehouse::ui {

class Poll;
class Session;
struct Range;

/// The figures of the range that is looked at, asked for while its viewer is seen. Main thread.
class FigureSource : public QObject
{
    Q_OBJECT
public:
    FigureSource(Session &session, QWidget *viewer);

    /// @param range one of ranges(), which outlive everything
    void setRange(const Range &range);
    const Range &range() const { return *m_range; }
    void refresh();
    /// Step by step.
    const Figures &curves() const { return m_curves; }
    /// The whole range as one step; none before the first answer.
    const Figures &whole() const { return m_whole; }

Q_SIGNALS:
    void curvesChanged();
    void wholeChanged();
    /// Empty: it is well again.
    void problemChanged(const QString &problem);

private:
    void take(const Answer &answer);

    const Range *m_range;
    Poll *m_curvesPoll;
    Poll *m_wholePoll;
    Figures m_curves;
    Figures m_whole;
};

} // namespace gatehouse::ui
