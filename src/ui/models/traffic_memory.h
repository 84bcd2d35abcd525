// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/text_pool.h"
#include "ui/models/traffic_row.h"

#include <QHash>
#include <QUuid>

#include <array>
#include <deque>

namespace gatehouse::ui {

/// The texts of a row, by their places in a packed one.
enum class TrafficText {
    CallId, ///< empty where it is a UUID, which has its own place
    Path,
    Dialect,
    Who,
    Key,
    Team,
    Customer,
    Model,
    Group,
    Deployment,
    Provider,
    UpstreamModel,
    FinishReason,
    Error,
};
constexpr std::size_t trafficTextCount = 14;

/// A TrafficRow in little room. Durations in milliseconds, below 0: none.
struct PackedTraffic {
    qint64 id = 0;
    qint64 startedAt = 0; ///< milliseconds since 1970
    QUuid call = {};
    qint64 replyBytes = 0;
    double cost = -1; ///< dollars; below 0: not known
    std::array<TextPool::Number, trafficTextCount> texts = {};
    float firstToken = -1;
    float duration = -1;
    quint32 inputTokens = 0;
    quint32 outputTokens = 0;
    quint32 cachedTokens = 0;
    quint32 reasoningTokens = 0;
    quint16 status = 0;
    quint8 attempts = 0;
    quint8 fallbacks = 0;
    TrafficRow::State state = TrafficRow::State::Running;
    bool stream = false;

    TextPool::Number text(TrafficText which) const { return texts[std::size_t(which)]; }
};

/// Many rows in little room, in the order they came. Each has a number that counts up since the program began and stays with
/// it; the oldest can be dropped. A value without signals, for TrafficModel.
class TrafficMemory
{
public:
    std::size_t size() const { return m_rows.size(); }
    /// The number of the oldest row, and one more than that of the newest.
    qint64 first() const { return m_first; }
    qint64 end() const { return m_first + qint64(m_rows.size()); }

    void push(const TrafficRow &row);
    void replace(qint64 number, const TrafficRow &row);
    /// Without another text.
    PackedTraffic &figures(qint64 number) { return m_rows[std::size_t(number - m_first)]; }
    void dropOldest();
    void clear();

    const PackedTraffic &packed(qint64 number) const { return m_rows[std::size_t(number - m_first)]; }
    TrafficRow row(qint64 number) const;
    QString callId(const PackedTraffic &row) const;
    const TextPool &texts() const { return m_texts; }
    /// What all of it takes, in bytes; close, not exact.
    qsizetype bytes() const;

private:
    PackedTraffic pack(const TrafficRow &row);
    void release(qint64 number);
    void keepTries(qint64 number, const TrafficRow &row);
    void dropTries(qint64 number);

    std::deque<PackedTraffic> m_rows;
    TextPool m_texts;
    QHash<qint64, QList<TrafficRow::Try>> m_tries; ///< by number, of rows that were tried more than once
    qsizetype m_tryBytes = 0;
    qint64 m_first = 0;
};

} // namespace gatehouse::ui
