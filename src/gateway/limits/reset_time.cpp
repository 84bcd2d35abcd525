// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/reset_time.h"

#include "gateway/core/period.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace gatehouse::limits {

namespace {

enum class Unit { Second, Day, Week, Month, Year };

// So many of a unit, the smaller ones in seconds.
struct Step {
    Unit unit = Unit::Second;
    std::int64_t count = 0;
};

constexpr std::int64_t daySeconds = 86400;

std::optional<Step> named(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Step>, 7> words {
        {{"hourly", {Unit::Second, 3600}}, {"daily", {Unit::Day, 1}}, {"weekly", {Unit::Week, 1}}, {"7d", {Unit::Week, 1}},
            {"monthly", {Unit::Month, 1}}, {"30d", {Unit::Month, 1}}, {"yearly", {Unit::Year, 1}}}};
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &word) { return word.first == text; });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

// Of a text that periodFrom() can read.
Step stepFrom(std::string_view text, const Period &period)
{
    if (const auto step = named(text))
        return *step;
    if (period.months > 0)
        return {Unit::Month, period.months};
    const std::int64_t seconds = period.seconds.count();
    if (text.ends_with('w'))
        return {Unit::Week, seconds / (7 * daySeconds)};
    return seconds % daySeconds == 0 ? Step {Unit::Day, seconds / daySeconds} : Step {Unit::Second, seconds};
}

QTimeZone zoneOf(const std::string &name)
{
    if (name.empty())
        return QTimeZone::utc(); // which Qt takes for this machine's own
    const QTimeZone zone(QByteArray::fromStdString(name));
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDate dateAfter(const Step &step, QDate today)
{
    switch (step.unit) {
    case Unit::Week: return today.addDays(1 - today.dayOfWeek() + 7 * step.count);
    case Unit::Month: return QDate(today.year(), today.month(), 1).addMonths(static_cast<int>(step.count));
    case Unit::Year: return QDate(today.year() + static_cast<int>(step.count), 1, 1);
    case Unit::Second:
    case Unit::Day: break;
    }
    return today.addDays(step.unit == Unit::Day ? step.count : step.count / daySeconds);
}

// What the clocks of a place show, in a stretch of time in which nobody puts them forward or back.
struct Stretch {
    qint64 offset; // seconds east of UTC
    qint64 end;    // seconds since the epoch
};

Stretch stretchAt(const QTimeZone &zone, qint64 time)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
    const auto next = zone.nextTransition(at);
    const bool isKnown = next.atUtc.isValid() && next.atUtc > at;
    return {zone.offsetFromUtc(at), isKnown ? next.atUtc.toSecsSinceEpoch() : std::numeric_limits<qint64>::max()};
}

qint64 clockOf(qint64 local)
{
    return ((local % daySeconds) + daySeconds) % daySeconds;
}

// The first time after \a now at which the day's clock shows a multiple of \a seconds, or a new day begins.
qint64 nextMultiple(const QTimeZone &zone, qint64 now, qint64 seconds)
{
    qint64 time = now;
    for (;;) {
        const Stretch stretch = stretchAt(zone, time);
        const qint64 clock = clockOf(time + stretch.offset);
        const qint64 found = time + std::min(seconds - clock % seconds, daySeconds - clock);
        if (found < stretch.end)
            return found;
        const qint64 local = stretch.end + stretchAt(zone, stretch.end).offset;
        if (clockOf(local) % seconds == 0 || local / daySeconds != (time + stretch.offset) / daySeconds)
            return stretch.end; // the clocks are put right onto it, or over midnight
        time = stretch.end;
    }
}

Clock::Wall wallOf(qint64 seconds)
{
    return Clock::Wall(std::chrono::seconds(seconds));
}

} // namespace

std::optional<Clock::Wall> nextReset(const Schedule &schedule, Clock::Wall now)
{
    const auto period = periodFrom(schedule.duration);
    if (!period)
        return std::nullopt;
    const QTimeZone zone = zoneOf(schedule.zone);
    const Step step = stepFrom(schedule.duration, *period);
    const qint64 seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (step.unit == Unit::Second && step.count < daySeconds)
        return wallOf(nextMultiple(zone, seconds, step.count));
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds, zone);
    const QDateTime midnight = dateAfter(step, local.date()).startOfDay(zone);
    const qint64 rest = step.unit == Unit::Second ? step.count % daySeconds : 0;
    return wallOf(midnight.toSecsSinceEpoch() + rest);
}

std::optional<Clock::Wall> plainReset(std::string_view duration, Clock::Wall now)
{
    const auto period = periodFrom(duration);
    return period ? std::optional(period->after(now)) : std::nullopt;
}

} // namespace gatehouse::limits
