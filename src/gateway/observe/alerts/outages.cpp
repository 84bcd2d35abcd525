// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/outages.h"

#include <algorithm>

namespace gatehouse::observe::alerts {

namespace {

constexpr std::size_t mostOutages = 4096; // of deployments and regions that fail at the same time

bool isOutage(const AttemptRecord &attempt)
{
    constexpr int timeout = 408, firstOfServers = 500;
    const bool hasNoAnswer = attempt.status == 0 && attempt.fault && info(*attempt.fault).hurtsHealth;
    return attempt.fault && (hasNoAnswer || attempt.status == timeout || attempt.status >= firstOfServers);
}

// "https://bedrock-runtime.eu-central-1.amazonaws.com/…" → its host: that is where a region is named.
std::string hostOf(const std::string &address)
{
    const std::size_t scheme = address.find("://");
    const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
    return address.substr(begin, address.find('/', begin) - begin);
}

std::string regionOf(const AttemptRecord &attempt)
{
    const std::string host = attempt.station ? hostOf(attempt.station->apiBase) : std::string();
    return host.empty() ? attempt.provider : attempt.provider + " at " + host;
}

std::string nameOf(const AttemptRecord &attempt)
{
    return attempt.group.empty() ? attempt.deployment : attempt.group + "` (deployment `" + attempt.deployment + "`)";
}

std::string statusesOf(const std::map<int, int> &statuses)
{
    std::string text;
    for (const auto &[status, count] : statuses)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " × "
            + (status == 0 ? "no answer" : "status " + std::to_string(status));
    return text;
}

} // namespace

void Occurrences::add(Clock::Wall at)
{
    if (m_times.size() >= most)
        m_times.pop_front();
    m_times.push_back(at);
}

std::size_t Occurrences::countSince(Clock::Wall begin)
{
    while (!m_times.empty() && m_times.front() < begin)
        m_times.pop_front();
    return m_times.size();
}

void Outages::onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    for (const AttemptRecord &attempt : receipt.attempts) {
        const Clock::Wall at = receipt.startedAt + attempt.begin + attempt.duration;
        const std::string key = "model/" + attempt.deployment, regionKey = "region/" + regionOf(attempt);
        if (!isOutage(attempt)) {
            const auto old = m_outages.find(key);
            if (old == m_outages.end() || attempt.fault || attempt.isGivenUp)
                continue;
            end(key, old->second, raise);
            m_outages.erase(old);
            if (const auto region = m_outages.find(regionKey); region != m_outages.end()) {
                end(regionKey, region->second, raise);
                m_outages.erase(region);
            }
            continue;
        }
        if (m_outages.size() >= mostOutages)
            continue;
        Outage &outage = m_outages[key];
        outage.what = nameOf(attempt);
        fail(outage, attempt, at);
        look(key, outage, settings, raise);
        Outage &region = m_outages[regionKey];
        region.kind = Kind::RegionOutageAlerts;
        region.what = regionOf(attempt);
        fail(region, attempt, at);
        look(regionKey, region, settings, raise);
    }
}

void Outages::fail(Outage &outage, const AttemptRecord &attempt, Clock::Wall now)
{
    outage.last = std::max(outage.last, now);
    outage.failures.add(now);
    ++outage.statuses[attempt.status];
    outage.deployments[attempt.deployment] = now;
}

// A region is more than one deployment: what fails alone is told of alone.
void Outages::look(const std::string &key, Outage &outage, const Settings &settings, const Raise &raise)
{
    const bool isRegion = outage.kind == Kind::RegionOutageAlerts;
    const auto window = isRegion ? settings.regionWindow : settings.minorOutage.window;
    std::erase_if(outage.deployments, [&](const auto &each) { return each.second < outage.last - window; });
    const auto count = static_cast<std::int64_t>(outage.failures.countSince(outage.last - window));
    if (isRegion && outage.deployments.size() < 2)
        return;
    const Level level = count >= settings.majorOutage.count ? Level::High
        : count >= settings.minorOutage.count               ? Level::Medium
                                                            : Level::Low;
    if (level <= outage.told)
        return;
    outage.told = level;
    Alert alert {outage.kind, level, key};
    alert.incident = "outage/" + key;
    alert.text = std::string(level == Level::High ? "*🚨 Major" : "*⚠️ Minor") + (isRegion ? " Region" : "")
        + " Service Outage*\n" + (isRegion ? "Region: `" : "Model: `") + outage.what
        + (isRegion                          ? "`"
                : outage.what.ends_with(')') ? ""
                                             : "`")
        + "\nErrors: `" + std::to_string(count) + " in the last " + std::to_string(window.count() / 60) + " minutes` ("
        + statusesOf(outage.statuses) + ")";
    if (isRegion)
        alert.text += "\nDeployments: `" + std::to_string(outage.deployments.size()) + "`";
    raise(std::move(alert));
}

void Outages::end(const std::string &key, const Outage &outage, const Raise &raise)
{
    if (outage.told == Level::Low)
        return;
    Alert alert {outage.kind, Level::Low, key + "/over"};
    alert.incident = "outage/" + key;
    alert.isOver = true;
    alert.text = "*✅ Outage is over*\n" + std::string(outage.kind == Kind::OutageAlerts ? "Model: `" : "Region: `") + outage.what
        + (outage.what.ends_with(')') ? "" : "`");
    raise(std::move(alert));
}

void Outages::onTick(Clock::Wall now, const Settings &settings, const Raise &raise)
{
    std::erase_if(m_outages, [&](const auto &each) {
        const Outage &outage = each.second;
        const auto window = outage.kind == Kind::RegionOutageAlerts ? settings.regionWindow : settings.minorOutage.window;
        if (now - outage.last <= window)
            return false;
        end(each.first, outage, raise);
        return true;
    });
}

} // namespace gatehouse::observe::alerts
