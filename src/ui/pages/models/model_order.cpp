// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_order.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/model_actions.h"
#include "ui/pages/models/model_feed.h"
#include "ui/pages/models/move_edits.h"
#include "ui/session.h"
#include "ui/widgets/record_view.h"
#include "ui/widgets/row_drag.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

int placeOf(const QJsonObject &row)
{
    return row.value("index"_L1).toInt(-1);
}

QString groupOf(const QJsonObject &row)
{
    return row.value("group"_L1).toString();
}

QString stepText(const QString &name, bool isUp)
{
    return isUp ? ModelActions::tr("Move %1 up").arg(name) : ModelActions::tr("Move %1 down").arg(name);
}

} // namespace

ModelOrder::ModelOrder(Session &session, ModelFeed &feed, RecordView &view)
    : QObject(&view)
    , m_session(session)
    , m_feed(feed)
    , m_view(view)
{
    auto *drag = new RowDrag(view, [this](const QJsonObject &row) { return whyNot(row).isEmpty(); });
    connect(drag, &RowDrag::dropped, this, &ModelOrder::drop);
    connect(drag, &RowDrag::refused, this, [this](const QString &id) { m_session.announce(whyNot(m_feed.row(id))); });
}

QString ModelOrder::whyNot(const QJsonObject &row) const
{
    if (m_view.isSorted())
        return tr("The table is sorted. Click the head of that column until its arrow is gone to see the order of the file.");
    if (row.value("is_stored"_L1).toBool())
        return tr("%1 is kept in the database, which has no order of its own.").arg(groupOf(row));
    if (row.value("is_included"_L1).toBool())
        return tr("%1 stands in an included file, where its place has to be changed by hand.").arg(groupOf(row));
    return placeOf(row) < 0 ? tr("There is no configuration file in use whose order could be changed.") : QString();
}

QString ModelOrder::whyNotSelected() const
{
    for (const QString &id : m_view.selectedIds()) {
        if (const QString why = whyNot(m_feed.row(id)); !why.isEmpty())
            return why;
    }
    return {};
}

/// Past the next row that is shown: what the filter hides is no neighbour.
std::optional<int> ModelOrder::besideSelected(int by) const
{
    const QStringList ids = m_view.selectedIds();
    QList<int> chosen;
    int edge = -1; // the outermost selected row in that direction
    for (int row = 0; row < m_view.shownRows(); ++row) {
        if (!ids.contains(m_view.idAt(row)))
            continue;
        chosen.append(placeOf(m_view.recordAt(row)));
        edge = by < 0 && edge >= 0 ? edge : row;
    }
    for (int row = edge + by; edge >= 0 && row >= 0 && row < m_view.shownRows(); row += by) {
        const int place = placeOf(m_view.recordAt(row));
        if (chosen.contains(place))
            continue; // one entry may have made several deployments
        return place < 0 ? std::nullopt : std::optional(by < 0 ? place : place + 1);
    }
    return std::nullopt;
}

QString ModelOrder::currentGroup() const
{
    return groupOf(m_view.current());
}

std::optional<int> ModelOrder::besideGroup(int by) const
{
    return besideNextGroup(m_feed.rows(), currentGroup(), by);
}

void ModelOrder::fill(QMenu &menu)
{
    const QString why = whyNotSelected();
    menu.setToolTipsVisible(true);
    const auto add = [&](const QString &text, const QKeySequence &key, bool isPossible) {
        QAction *action = menu.addAction(text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // the page has them; here they are only told
        action->setEnabled(why.isEmpty() && isPossible);
        action->setToolTip(why);
        return action;
    };
    const bool canRise = besideSelected(-1).has_value(), canSink = besideSelected(1).has_value();
    connect(add(ModelActions::tr("Move up"), Qt::ALT | Qt::Key_Up, canRise), &QAction::triggered, this, [this] { step(-1); });
    connect(add(ModelActions::tr("Move down"), Qt::ALT | Qt::Key_Down, canSink), &QAction::triggered, this, [this] { step(1); });
    //: all deployments of a model change places with those of its neighbour
    connect(add(tr("Move group up"), Qt::ALT | Qt::SHIFT | Qt::Key_Up, besideGroup(-1).has_value()), &QAction::triggered, this,
        [this] { stepGroup(-1); });
    connect(add(tr("Move group down"), Qt::ALT | Qt::SHIFT | Qt::Key_Down, besideGroup(1).has_value()), &QAction::triggered, this,
        [this] { stepGroup(1); });
}

bool ModelOrder::take(const QKeyEvent &event)
{
    const int by = event.key() == Qt::Key_Up ? -1 : event.key() == Qt::Key_Down ? 1 : 0;
    const Qt::KeyboardModifiers keys = event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    if (by == 0 || (keys != Qt::AltModifier && keys != (Qt::AltModifier | Qt::ShiftModifier)))
        return false;
    const QString why = whyNotSelected();
    if (!why.isEmpty())
        m_session.announce(why);
    else if (keys.testFlag(Qt::ShiftModifier))
        stepGroup(by);
    else
        step(by);
    return true;
}

void ModelOrder::step(int by)
{
    if (const auto before = besideSelected(by))
        move(m_view.selectedIds(), *before);
}

void ModelOrder::stepGroup(int by)
{
    const QString group = currentGroup();
    if (const auto before = besideGroup(by))
        change(placesOf(m_feed.rows(), group), *before, stepText(group, by < 0));
}

void ModelOrder::drop(const QStringList &ids, const QString &above, const QString &below)
{
    const int next = placeOf(m_feed.row(below)), last = placeOf(m_feed.row(above));
    move(ids, next >= 0 ? next : last + 1);
}

void ModelOrder::move(const QStringList &ids, int before)
{
    QList<int> chosen;
    QStringList groups;
    for (const QString &id : ids) {
        const QJsonObject row = m_feed.row(id);
        if (placeOf(row) < 0)
            return; // the file has changed in the meantime
        chosen.append(placeOf(row));
        if (!groups.contains(groupOf(row)))
            groups.append(groupOf(row));
    }
    const bool isUp = std::any_of(chosen.begin(), chosen.end(), [before](int place) { return place >= before; });
    change(chosen, before,
        groups.size() == 1 ? stepText(groups.first(), isUp) : tr("Move %n deployment(s)", nullptr, int(chosen.size())));
}

void ModelOrder::change(const QList<int> &chosen, int before, const QString &summary)
{
    const QJsonArray edits = moveEdits(chosen, before);
    if (edits.isEmpty())
        return;
    const QJsonObject change {{u"edits"_s, edits}, {u"revision"_s, m_feed.fileRevision()}};
    auto *dialog = new ChangeDialog(m_session, change, summary, &m_view);
    connect(dialog, &ChangeDialog::saved, &m_feed, &ModelFeed::ask);
    dialog->open();
}

} // namespace gatehouse::ui
