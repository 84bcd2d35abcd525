// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/row_drag.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/record_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gatehouse::ui {

namespace {

constexpr int lineHeight = 8;
constexpr std::chrono::milliseconds scrollInterval {40};

} // namespace

/// Where the rows would go.
class DropLine : public QWidget
{
public:
    explicit DropLine(QWidget *viewport)
        : QWidget(viewport)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void showAt(int y)
    {
        setGeometry(0, y - lineHeight / 2, parentWidget()->width(), lineHeight);
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QColor colour = Colours::of(palette()).accent;
        const qreal middle = height() / 2.0;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(lineHeight, middle), QPointF(width(), middle));
        painter.drawEllipse(QPointF(middle, middle), middle - 1, middle - 1);
    }
};

RowDrag::RowDrag(RecordView &view, Test isMovable)
    : QObject(&view)
    , m_view(view)
    , m_isMovable(std::move(isMovable))
    , m_line(new DropLine(view.viewport()))
{
    m_scrolling.setInterval(scrollInterval);
    connect(&m_scrolling, &QTimer::timeout, this, &RowDrag::scroll);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool RowDrag::eventFilter(QObject *watched, QEvent *event)
{
    const bool isViewport = watched == m_view.viewport();
    switch (event->type()) {
    case QEvent::MouseButtonPress: return isViewport && press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove: return isViewport && follow(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease: return isViewport && release();
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: return takeKey(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (!isViewport)
            end();
        return false;
    default: return false;
    }
}

bool RowDrag::press(const QMouseEvent &event)
{
    end();
    const int row = m_view.rowAt(event.position().toPoint().y());
    // With Shift or Control the mouse selects, as in every table.
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier || row < 0)
        return false;
    m_state = State::Pressed;
    m_pressed = event.position().toPoint();
    m_pressedId = m_view.idAt(row);
    const QStringList selected = m_view.selectedIds();
    m_isHeld = selected.size() > 1 && selected.contains(m_pressedId);
    m_ids = m_isHeld ? selected : QStringList(m_pressedId);
    return m_isHeld;
}

bool RowDrag::follow(const QMouseEvent &event)
{
    if (m_state == State::Idle)
        return false;
    m_pointer = event.position().toPoint();
    if (m_state == State::Pressed && (m_pointer - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        begin();
    if (m_state == State::Dragging)
        place();
    return true; // the view would select whatever is passed over
}

void RowDrag::begin()
{
    const auto isFixed = [this](int row) { return m_ids.contains(m_view.idAt(row)) && !isMovable(row); };
    for (int row = 0; row < m_view.shownRows(); ++row) {
        if (!isFixed(row))
            continue;
        m_state = State::Refused;
        m_view.viewport()->setCursor(Qt::ForbiddenCursor);
        return Q_EMIT refused(m_view.idAt(row));
    }
    m_state = State::Dragging;
    m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    m_scrolling.start();
}

bool RowDrag::release()
{
    const State state = m_state;
    const bool isHeld = m_isHeld;
    const int gap = m_gap;
    const QStringList ids = m_ids;
    const QString pressed = m_pressedId;
    end();
    if (state == State::Pressed && isHeld)
        m_view.select(pressed); // it was a click
    if (state == State::Dragging && gap >= 0)
        Q_EMIT dropped(ids, m_view.idAt(gap - 1), m_view.idAt(gap));
    return isHeld;
}

bool RowDrag::takeKey(QKeyEvent &event)
{
    if (m_state != State::Dragging || event.key() != Qt::Key_Escape)
        return false;
    event.accept();
    if (event.type() != QEvent::KeyPress)
        return true; // no shortcut, but the key itself
    end();
    m_state = State::Refused; // until the button is let go
    return true;
}

void RowDrag::end()
{
    m_scrolling.stop();
    m_line->hide();
    m_view.viewport()->unsetCursor();
    m_state = State::Idle;
    m_isHeld = false;
    m_gap = -1;
    m_ids.clear();
    m_pressedId.clear();
}

bool RowDrag::isMovable(int row) const
{
    return row >= 0 && row < m_view.shownRows() && m_isMovable(m_view.recordAt(row));
}

/// The nearest one that has a movable row above or below it; -1: there is none.
int RowDrag::gapAt(int y) const
{
    const int rows = m_view.shownRows(), row = m_view.rowAt(y);
    const bool isLowerHalf = row >= 0 && y > m_view.rowViewportPosition(row) + m_view.rowHeight(row) / 2;
    const int under = row < 0 && y >= 0 ? rows : std::max(row, 0) + (isLowerHalf ? 1 : 0);
    const auto fits = [&](int gap) { return gap >= 0 && gap <= rows && (isMovable(gap - 1) || isMovable(gap)); };
    for (int away = 0; away <= rows; ++away) {
        if (fits(under - away))
            return under - away;
        if (fits(under + away))
            return under + away;
    }
    return -1;
}

void RowDrag::place()
{
    m_gap = gapAt(m_pointer.y());
    if (m_gap < 0)
        return m_line->hide();
    const int last = m_view.shownRows() - 1;
    const int y = m_gap <= last ? m_view.rowViewportPosition(m_gap) : m_view.rowViewportPosition(last) + m_view.rowHeight(last);
    m_line->showAt(y);
}

void RowDrag::scroll()
{
    const int edge = m_view.fontMetrics().height();
    const int way = m_pointer.y() < edge ? -1 : m_pointer.y() > m_view.viewport()->height() - edge ? 1 : 0;
    if (way == 0)
        return;
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + way * edge);
    place();
}

} // namespace gatehouse::ui
