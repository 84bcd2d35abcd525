// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/deployment_rules.h"

#include "gateway/observe/alerts/words.h"

#include <algorithm>
#include <vector>

namespace gatehouse::observe::alerts {

namespace {

constexpr std::size_t mostDeployments = 10'000, mostInReport = 5;

} // namespace

void DeploymentRules::onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    for (const AttemptRecord &attempt : receipt.attempts) {
        count(attempt);
        watchRest(attempt, settings, raise);
    }
}

void DeploymentRules::onCheck(const AttemptRecord &check, const Settings &settings, const Raise &raise)
{
    watchRest(check, settings, raise);
}

void DeploymentRules::count(const AttemptRecord &attempt)
{
    if (m_day.size() >= mostDeployments && !m_day.contains(attempt.deployment))
        return;
    Day &day = m_day[attempt.deployment];
    ++day.calls;
    if (day.group.empty()) {
        day.group = attempt.group;
        day.apiBase = attempt.station ? attempt.station->apiBase : std::string();
    }
    if (attempt.fault) {
        ++day.failures;
        return;
    }
    day.tokens += std::max<std::int64_t>(attempt.usage.output, 1);
    day.time += attempt.duration;
}

void DeploymentRules::watchRest(const AttemptRecord &attempt, const Settings &settings, const Raise &raise)
{
    const bool isWell = !attempt.fault && !attempt.isGivenUp;
    if (isWell ? m_resting.erase(attempt.deployment) == 0 : !attempt.hasMadeRest || !m_resting.insert(attempt.deployment).second)
        return;
    if (!settings.wants(Kind::CooldownDeployment))
        return;
    Alert alert {Kind::CooldownDeployment, isWell ? Level::Low : Level::Medium, attempt.deployment + (isWell ? "/back" : "")};
    alert.incident = "deployment/" + attempt.deployment;
    alert.isOver = isWell;
    alert.text = std::string(isWell ? "*✅ Deployment is back*" : "*🚨 Cooled Down Deployment*") + "\nModel: `"
        + plain(attempt.group) + "`\nDeployment: `" + plain(attempt.deployment) + "`";
    if (attempt.station && !attempt.station->apiBase.empty())
        alert.text += "\nAPI Base: `" + plain(attempt.station->apiBase) + "`";
    if (!isWell)
        alert.text += "\nStatus: `" + std::to_string(attempt.status) + "`"
            + (settings.hidesErrors ? std::string() : "\nReason: `" + plain(attempt.error) + "`");
    raise(std::move(alert));
}

void DeploymentRules::onTick(Clock::Wall now, const Settings &settings, const Raise &raise)
{
    if (m_every != settings.dailyReport || m_reportAt == Clock::Wall()) {
        m_every = settings.dailyReport;
        m_reportAt = now + m_every;
    }
    if (m_every.count() <= 0 || now < m_reportAt)
        return;
    m_reportAt = now + m_every;
    if (!m_day.empty() && settings.wants(Kind::DailyReports)) {
        Alert alert {Kind::DailyReports, Level::Low, "report"};
        alert.text = report();
        raise(std::move(alert));
    }
    m_day.clear();
}

std::string DeploymentRules::report() const
{
    using Line = std::pair<std::string, Day>;
    std::vector<Line> lines(m_day.begin(), m_day.end());
    const auto cut = [](std::vector<Line> &all) { all.resize(std::min(all.size(), mostInReport)); };
    const auto slowness = [](const Day &day) {
        return day.tokens > 0 ? static_cast<double>(day.time.count()) / static_cast<double>(day.tokens) : 0;
    };
    std::vector<Line> failing = lines;
    std::erase_if(failing, [](const Line &each) { return each.second.failures == 0; });
    std::stable_sort(failing.begin(), failing.end(),
        [](const Line &one, const Line &other) { return one.second.failures > other.second.failures; });
    cut(failing);
    std::erase_if(lines, [](const Line &each) { return each.second.tokens == 0; });
    std::stable_sort(lines.begin(), lines.end(),
        [&](const Line &one, const Line &other) { return slowness(one.second) > slowness(other.second); });
    cut(lines);
    std::string text = "Here are today's key metrics 📈:\n\n*❗️ Top Deployments with Most Failed Requests:*\n";
    int number = 0;
    for (const auto &[id, day] : failing)
        text += "\n\t" + std::to_string(++number) + ". Deployment: `" + plain(day.group) + " " + plain(id)
            + "`, Failed Requests: `" + std::to_string(day.failures) + " of " + std::to_string(day.calls) + "`, API Base: `"
            + plain(day.apiBase) + "`";
    text += failing.empty() ? "\n\tNone" : "";
    text += "\n\n*😅 Top Slowest Deployments:*\n";
    number = 0;
    for (const auto &[id, day] : lines)
        text += "\n\t" + std::to_string(++number) + ". Deployment: `" + plain(day.group) + " " + plain(id)
            + "`, Latency per output token: `" + std::to_string(slowness(day) / 1e6) + "s/token`, API Base: `"
            + plain(day.apiBase) + "`";
    return text + (lines.empty() ? "\n\tNone" : "");
}

} // namespace gatehouse::observe::alerts
