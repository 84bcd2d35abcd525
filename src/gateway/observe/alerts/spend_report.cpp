// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/spend_report.h"

#include "gateway/core/money.h"
#include "gateway/observe/alerts/words.h"
#include "gateway/observe/receipt_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace gatehouse::observe::alerts {

namespace {

using std::chrono::seconds;
constexpr seconds day {86'400};
constexpr seconds monday {4 * 86'400}; // the first one of the epoch's calendar, 5 January 1970
constexpr int mostLines = 5;

std::int64_t periodNumber(Clock::Wall at, seconds period)
{
    const auto since = std::chrono::duration_cast<seconds>(at.time_since_epoch()) - monday;
    return since.count() / period.count() - (since.count() % period.count() < 0 ? 1 : 0);
}

Clock::Wall midnightBefore(Clock::Wall at)
{
    const auto since = std::chrono::duration_cast<seconds>(at.time_since_epoch());
    return Clock::Wall(since - since % day);
}

std::string moneyOf(const QJsonValue &value)
{
    return dollars(moneyFrom(QByteArray::number(value.toDouble(), 'g', 12).toStdString()).value_or(Money {}));
}

std::string linesOf(const QJsonArray &rows)
{
    std::string text;
    int number = 0;
    for (const auto &row : rows) {
        const QJsonObject line = row.toObject();
        const std::string name = line[QLatin1String("name")].toString().toStdString();
        if (name.empty() || ++number > mostLines)
            continue;
        text += "\n\t" + std::to_string(number) + ". `" + plain(name) + "`: `$" + moneyOf(line[QLatin1String("spend")]) + "`";
    }
    return text;
}

} // namespace

Alert SpendReports::reportOf(const std::string &answer, Clock::Wall begin, Clock::Wall end)
{
    struct Section {
        const char *member, *title;
    };
    constexpr std::array sections {Section {"teams", "Team Spend"}, Section {"keys", "Key Spend"},
        Section {"models", "Model Spend"}, Section {"tags", "Tag Spend"}};
    const QJsonObject spend = QJsonDocument::fromJson(QByteArray::fromStdString(answer)).object();
    const std::string first = isoTime(begin).substr(0, 10), last = isoTime(end - seconds(1)).substr(0, 10);
    Alert alert {Kind::SpendReports, Level::Low, "spend/" + first + "/" + last};
    alert.text = "*💸 Spend Report for `" + first + (first == last ? "" : " - " + last) + "`*\n\nTotal: `$"
        + moneyOf(spend[QLatin1String("total")]) + "`";
    for (const Section &section : sections) {
        const std::string lines = linesOf(spend[QLatin1String(section.member)].toArray());
        if (!lines.empty())
            alert.text += "\n\n*" + std::string(section.title) + ":*" + lines;
    }
    return alert;
}

void SpendReports::onTick(Clock::Wall now, const Settings &settings, const AskSpend &ask, const Raise &raise)
{
    const Clock::Wall last = std::exchange(m_last, now);
    if (last == Clock::Wall() || !ask || !settings.wants(Kind::SpendReports))
        return;
    for (const seconds period : {settings.dailySpend, settings.spendReport}) {
        if (period.count() <= 0 || periodNumber(last, period) == periodNumber(now, period))
            continue;
        // What is not days is of today as far as it has gone.
        const Clock::Wall end = period < day ? midnightBefore(now) + day : midnightBefore(now);
        const Clock::Wall begin = period < day ? midnightBefore(now) : end - std::max(day, period - period % day);
        ask(begin, end, [begin, end, raise](const Result<std::string> &answer) {
            if (answer)
                raise(reportOf(*answer, begin, end));
        });
    }
}

} // namespace gatehouse::observe::alerts
