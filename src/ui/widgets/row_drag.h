// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QObject>
#include <QPoint>
#include <QStringList>
#include <QTimer>

#include <functional>

class QKeyEvent;
class QMouseEvent;

namespace gatehouse::ui {

class DropLine;
class RecordView;

/// Lets rows of a RecordView be dragged to another place among themselves: the pressed one, or all that are selected. A line
/// shows where they would go, Esc leaves them where they are, and near the edges the rows scroll. Nothing is moved here, only
/// wished for. Main thread; owned by the view.
class RowDrag : public QObject
{
    Q_OBJECT
public:
    using Test = std::function<bool(const QJsonObject &record)>;

    /// @param isMovable whether a row has a place that can be changed; rows can only be dropped beside such.
    RowDrag(RecordView &view, Test isMovable);

Q_SIGNALS:
    /// Rows were let go between two others, of which at least one is movable. An empty one is not there.
    void dropped(const QStringList &ids, const QString &above, const QString &below);
    /// Somebody wished to drag a row that is not movable.
    void refused(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class State { Idle, Pressed, Dragging, Refused };

    bool press(const QMouseEvent &event);
    bool follow(const QMouseEvent &event);
    bool release();
    bool takeKey(QKeyEvent &event);
    void begin();
    void end();
    void place();
    void scroll();
    bool isMovable(int row) const;
    int gapAt(int y) const;

    RecordView &m_view;
    Test m_isMovable;
    DropLine *m_line;
    QTimer m_scrolling;
    State m_state = State::Idle;
    bool m_isHeld = false; ///< the press is not given to the view, which would select this row alone
    QPoint m_pressed;
    QPoint m_pointer;
    QString m_pressedId;
    QStringList m_ids;
    int m_gap = -1; ///< above the row of that number
};

} // namespace gatehouse::ui
