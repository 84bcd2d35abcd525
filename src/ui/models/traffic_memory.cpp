// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_memory.h"

#include <algorithm>
#include <limits>

namespace gatehouse::ui {

namespace {

// In the order of TrafficText.
constexpr std::array<QString TrafficRow::*, trafficTextCount> members = {&TrafficRow::callId, &TrafficRow::path,
    &TrafficRow::dialect, &TrafficRow::who, &TrafficRow::keyHash, &TrafficRow::team, &TrafficRow::customer, &TrafficRow::model,
    &TrafficRow::group, &TrafficRow::deployment, &TrafficRow::provider, &TrafficRow::upstreamModel, &TrafficRow::finishReason,
    &TrafficRow::error};

constexpr qint64 noTime = std::numeric_limits<qint64>::min();
constexpr qsizetype longestError = 300; ///< the whole of it is in the details

quint32 narrow(qint64 count)
{
    return quint32(std::clamp<qint64>(count, 0, std::numeric_limits<quint32>::max()));
}

std::optional<double> duration(float milliseconds)
{
    return milliseconds < 0 ? std::nullopt : std::optional<double>(milliseconds);
}

/// Null unless the text comes back from it as it is.
QUuid uuidFrom(const QString &text)
{
    constexpr qsizetype length = 36;
    if (text.size() != length)
        return {};
    const QUuid uuid = QUuid::fromString(text);
    return uuid.toString(QUuid::WithoutBraces) == text ? uuid : QUuid();
}

qsizetype roomOf(const QList<TrafficRow::Try> &tries)
{
    constexpr qsizetype oneTry = 160; // itself, its place in the table, and the heads of its texts
    qsizetype room = 0;
    for (const TrafficRow::Try &each : tries)
        room += oneTry + (each.deployment.size() + each.fault.size()) * qsizetype(sizeof(QChar));
    return room;
}

} // namespace

PackedTraffic TrafficMemory::pack(const TrafficRow &row)
{
    PackedTraffic packed;
    packed.id = row.id;
    packed.startedAt = row.startedAt.isValid() ? row.startedAt.toMSecsSinceEpoch() : noTime;
    packed.call = uuidFrom(row.callId);
    packed.replyBytes = row.replyBytes;
    packed.cost = row.cost.value_or(-1);
    for (std::size_t at = 0; at < members.size(); ++at)
        packed.texts[at] = m_texts.take((row.*members[at]).left(at == std::size_t(TrafficText::Error) ? longestError : -1));
    if (!packed.call.isNull()) {
        m_texts.release(packed.texts[std::size_t(TrafficText::CallId)]);
        packed.texts[std::size_t(TrafficText::CallId)] = 0;
    }
    packed.firstToken = float(row.firstTokenMs.value_or(-1));
    packed.duration = float(row.durationMs.value_or(-1));
    packed.inputTokens = narrow(row.inputTokens);
    packed.outputTokens = narrow(row.outputTokens);
    packed.cachedTokens = narrow(row.cachedTokens);
    packed.reasoningTokens = narrow(row.reasoningTokens);
    packed.status = quint16(std::clamp(row.status, 0, 999));
    packed.attempts = quint8(std::clamp(row.attempts, 0, 255));
    packed.fallbacks = quint8(std::clamp(row.fallbacks, 0, 255));
    packed.state = row.state;
    packed.stream = row.stream;
    return packed;
}

void TrafficMemory::keepTries(qint64 number, const TrafficRow &row)
{
    dropTries(number);
    if (row.tries.size() < 2)
        return;
    m_tries.insert(number, row.tries);
    m_tryBytes += roomOf(row.tries);
}

void TrafficMemory::dropTries(qint64 number)
{
    if (const auto known = m_tries.constFind(number); known != m_tries.cend()) {
        m_tryBytes -= roomOf(*known);
        m_tries.erase(known);
    }
}

void TrafficMemory::push(const TrafficRow &row)
{
    keepTries(end(), row);
    m_rows.push_back(pack(row));
}

void TrafficMemory::release(qint64 number)
{
    for (const TextPool::Number text : packed(number).texts)
        m_texts.release(text);
}

void TrafficMemory::replace(qint64 number, const TrafficRow &row)
{
    const PackedTraffic made = pack(row); // before the release: texts that stay need not be made again
    release(number);
    figures(number) = made;
    keepTries(number, row);
}

void TrafficMemory::dropOldest()
{
    release(m_first);
    dropTries(m_first);
    m_rows.pop_front();
    ++m_first;
}

void TrafficMemory::clear()
{
    m_first = end();
    m_rows.clear();
    m_tries.clear();
    m_tryBytes = 0;
    m_texts = {};
}

TrafficRow TrafficMemory::row(qint64 number) const
{
    const PackedTraffic &packed = this->packed(number);
    TrafficRow row;
    row.id = packed.id;
    for (std::size_t at = 0; at < members.size(); ++at)
        row.*members[at] = m_texts.at(packed.texts[at]);
    row.callId = callId(packed);
    row.state = packed.state;
    if (packed.startedAt != noTime)
        row.startedAt = QDateTime::fromMSecsSinceEpoch(packed.startedAt, Qt::UTC);
    row.replyBytes = packed.replyBytes;
    row.cost = packed.cost < 0 ? std::nullopt : std::optional(packed.cost);
    row.firstTokenMs = duration(packed.firstToken);
    row.durationMs = duration(packed.duration);
    row.inputTokens = packed.inputTokens;
    row.outputTokens = packed.outputTokens;
    row.cachedTokens = packed.cachedTokens;
    row.reasoningTokens = packed.reasoningTokens;
    row.status = packed.status;
    row.attempts = packed.attempts;
    row.fallbacks = packed.fallbacks;
    row.stream = packed.stream;
    row.tries = m_tries.value(number);
    return row;
}

QString TrafficMemory::callId(const PackedTraffic &row) const
{
    return row.call.isNull() ? m_texts.at(row.text(TrafficText::CallId)) : row.call.toString(QUuid::WithoutBraces);
}

qsizetype TrafficMemory::bytes() const
{
    return qsizetype(m_rows.size() * sizeof(PackedTraffic)) + m_texts.bytes() + m_tryBytes;
}

} // namespace gatehouse::ui
