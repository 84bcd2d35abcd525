// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_filter.h"

#include "ui/models/traffic.h"
#include "ui/models/traffic_columns.h"

#include <QHash>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds sortPause {500};

/// The place of each text among all in use, by the user's alphabet.
std::vector<double> ranks(const TextPool &texts)
{
    std::vector<TextPool::Number> order(texts.size());
    std::iota(order.begin(), order.end(), TextPool::Number(0));
    std::sort(order.begin(), order.end(), [&texts](TextPool::Number a, TextPool::Number b) {
        const int way = QString::localeAwareCompare(texts.at(a), texts.at(b));
        return way != 0 ? way < 0 : a < b;
    });
    std::vector<double> ranks(order.size());
    for (std::size_t at = 0; at < order.size(); ++at)
        ranks[order[at]] = double(at);
    return ranks;
}

} // namespace

TrafficFilter::TrafficFilter(TrafficModel &model, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
{
    m_later.setSingleShot(true);
    m_later.setInterval(sortPause);
    connect(&m_later, &QTimer::timeout, this, &TrafficFilter::rebuild);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { takeNew(first, last); });
    connect(
        &model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first) { loseOldest(first); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &TrafficFilter::takeChanges);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_rows.clear();
        m_heldBack = 0;
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        endResetModel();
        Q_EMIT heldBackChanged();
    });
    rebuild();
}

void TrafficFilter::setQuery(const QString &text)
{
    m_query = TrafficQuery(text);
    rebuild();
}

void TrafficFilter::setWindow(const std::optional<TrafficWindow> &window)
{
    if (window == m_window)
        return;
    m_window = window;
    rebuild();
}

void TrafficFilter::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_pausedAt = paused ? std::optional(m_model.memory().end()) : std::nullopt;
    m_heldBack = 0;
    if (!paused)
        rebuild();
    Q_EMIT heldBackChanged();
}

bool TrafficFilter::accepts(qint64 number) const
{
    const PackedTraffic &row = m_model.memory().packed(number);
    return (!m_window || m_window->has(row)) && m_query.matches(m_model.memory(), row);
}

TrafficFilter::Numbers TrafficFilter::wanted() const
{
    const TrafficMemory &memory = m_model.memory();
    const qint64 end = std::min(memory.end(), m_pausedAt.value_or(memory.end()));
    TrafficQuery::Memo memo(m_query, memory);
    Numbers numbers;
    numbers.reserve(std::size_t(std::max<qint64>(0, end - memory.first())));
    for (qint64 at = memory.first(); at < end; ++at) {
        const PackedTraffic &row = memory.packed(at);
        if ((!m_window || m_window->has(row)) && m_query.matches(memory, row, &memo))
            numbers.push_back(at);
    }
    return numbers;
}

/// Backwards, because the last one is shown first; of equals the newer stands above.
void TrafficFilter::order(Numbers &numbers) const
{
    const TrafficMemory &memory = m_model.memory();
    const TrafficColumnInfo &column = trafficColumns()[std::size_t(m_sortColumn)];
    const std::vector<double> places = column.order ? std::vector<double>() : ranks(memory.texts());
    std::vector<std::pair<double, qint64>> keys;
    keys.reserve(numbers.size());
    const double way = m_sortOrder == Qt::AscendingOrder ? -1 : 1;
    for (const qint64 number : numbers) {
        const PackedTraffic &row = memory.packed(number);
        keys.emplace_back(way * (column.order ? column.order(row) : places[row.text(column.orderText)]), number);
    }
    std::sort(keys.begin(), keys.end());
    std::transform(keys.begin(), keys.end(), numbers.begin(), [](const auto &key) { return key.second; });
}

void TrafficFilter::rebuild()
{
    m_later.stop();
    Numbers rows = wanted();
    if (isSorted())
        order(rows);
    adopt(rows);
    if (isSorted() && !m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TrafficFilter::adopt(const Numbers &rows)
{
    Numbers before(m_rows.begin(), m_rows.end());
    Numbers after = rows;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    Numbers gone;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
    drop(gone);
    Numbers added;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
    if (!added.empty()) { // at the end of the table, which is the front here: at the top they would look like news
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
        m_rows.insert(m_rows.begin(), added.begin(), added.end());
        endInsertRows();
    }
    arrange(rows);
}

/// \a rows are sorted by number.
void TrafficFilter::drop(const Numbers &rows)
{
    if (rows.empty())
        return;
    if (rows.size() == m_rows.size()) {
        beginRemoveRows({}, 0, int(m_rows.size()) - 1);
        m_rows.clear();
        return endRemoveRows();
    }
    // Those that go are gathered at the end of the table first, which is the front here: one removal instead of thousands.
    Numbers arranged(rows);
    arranged.reserve(m_rows.size());
    for (const qint64 number : m_rows) {
        if (!std::binary_search(rows.begin(), rows.end(), number))
            arranged.push_back(number);
    }
    arrange(arranged);
    const int left = int(m_rows.size() - rows.size());
    beginRemoveRows({}, left, int(m_rows.size()) - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + std::ptrdiff_t(rows.size()));
    endRemoveRows();
}

/// The same rows in another order.
void TrafficFilter::arrange(const Numbers &rows)
{
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    QHash<qint64, int> places;
    for (const QModelIndex &index : held)
        places.insert(numberAt(index.row()), -1);
    QModelIndexList moved;
    moved.reserve(held.size());
    if (!held.isEmpty()) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (const auto place = places.find(rows[at]); place != places.end())
                *place = int(rows.size() - 1 - at);
        }
        for (const QModelIndex &index : held)
            moved.append(this->index(places.value(numberAt(index.row())), index.column()));
    }
    m_rows.assign(rows.begin(), rows.end());
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TrafficFilter::takeNew(int first, int last)
{
    Numbers fresh;
    for (int row = last; row >= first; --row) {
        if (accepts(m_model.numberAt(row)))
            fresh.push_back(m_model.numberAt(row));
    }
    if (fresh.empty())
        return;
    if (isPaused()) {
        m_heldBack += int(fresh.size());
        return Q_EMIT heldBackChanged();
    }
    if (isSorted())
        return m_later.isActive() ? void() : m_later.start();
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void TrafficFilter::loseOldest(int first)
{
    const qint64 oldest = m_model.numberAt(first) + 1; // of those that stay
    if (isSorted()) {
        Numbers gone;
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(gone), [oldest](qint64 number) { return number < oldest; });
        std::sort(gone.begin(), gone.end());
        return drop(gone);
    }
    const auto stays = std::lower_bound(m_rows.begin(), m_rows.end(), oldest);
    if (stays == m_rows.begin())
        return;
    beginRemoveRows({}, int(m_rows.end() - stays), int(m_rows.size()) - 1);
    m_rows.erase(m_rows.begin(), stays);
    endRemoveRows();
}

void TrafficFilter::takeChanges(const QModelIndex &from, const QModelIndex &to)
{
    for (int row = to.row(); row >= from.row(); --row)
        takeChange(m_model.numberAt(row));
}

void TrafficFilter::takeChange(qint64 number)
{
    if (isSorted())
        return m_later.isActive() ? void() : m_later.start();
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), number);
    const bool isShown = place != m_rows.end() && *place == number;
    const bool belongs = isPaused() ? isShown : accepts(number);
    const int row = int(m_rows.end() - place) - int(isShown);
    if (isShown && belongs)
        return tellChanged(row);
    if (isShown) {
        beginRemoveRows({}, row, row);
        m_rows.erase(place);
        endRemoveRows();
    } else if (belongs) {
        beginInsertRows({}, row, row);
        m_rows.insert(place, number);
        endInsertRows();
    }
}

void TrafficFilter::tellChanged(int row)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

TrafficRow TrafficFilter::at(int row) const
{
    return m_model.memory().row(numberAt(row));
}

int TrafficFilter::rowOf(qint64 number) const
{
    const auto found =
        isSorted() ? std::find(m_rows.begin(), m_rows.end(), number) : std::lower_bound(m_rows.begin(), m_rows.end(), number);
    return found != m_rows.end() && *found == number ? int(m_rows.end() - found) - 1 : -1;
}

int TrafficFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrafficFilter::columnCount(const QModelIndex &parent) const
{
    return m_model.columnCount(parent);
}

QVariant TrafficFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_model.data(m_model.index(m_model.rowOf(numberAt(index.row())), index.column()), role);
}

QVariant TrafficFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

void TrafficFilter::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount() || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = std::max(-1, column);
    m_sortOrder = order;
    rebuild();
}

} // namespace gatehouse::ui
