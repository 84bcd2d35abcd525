// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/retry_after.h"

#include "gateway/core/number_from.h"

#include <QDateTime>
#include <QLocale>

namespace gatehouse::pipeline {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest = std::chrono::hours(24);

std::optional<milliseconds> fromNumber(std::string_view value, double unit)
{
    const auto number = numberFrom<double>(value);
    if (!number || !(*number >= 0 && *number * unit <= static_cast<double>(longest.count()))) // "nan" is a number, too
        return std::nullopt;
    return milliseconds(static_cast<long long>(*number * unit));
}

// "Wed, 21 Oct 2026 07:28:00 GMT": the one form of HTTP dates that may still be written.
std::optional<milliseconds> fromDate(std::string_view value, Clock::Wall now)
{
    const QString text = QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const auto since = std::chrono::duration_cast<milliseconds>(now.time_since_epoch());
    const milliseconds left(date.toMSecsSinceEpoch() - since.count());
    if (left > longest)
        return std::nullopt;
    return std::max(left, milliseconds(0));
}

} // namespace

std::optional<milliseconds> retryAfter(const wire::Headers &headers, Clock::Wall now)
{
    if (const auto exact = fromNumber(headers.value("retry-after-ms"), 1))
        return exact;
    const std::string_view value = headers.value("retry-after");
    if (value.empty())
        return std::nullopt;
    const auto seconds = fromNumber(value, 1000);
    return seconds ? seconds : fromDate(value, now);
}

} // namespace gatehouse::pipeline
