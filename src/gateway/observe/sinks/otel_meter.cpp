// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_meter.h"

#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

using otlp::Attributes;
using otlp::HistogramPoint;

// Those of the conventions, where they say some.
constexpr std::array secondsOfCalls {0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
constexpr std::array tokensOfCalls {
    1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0, 1048576.0, 4194304.0, 16777216.0, 67108864.0};
constexpr std::array dollarsOfCalls {
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0};
constexpr std::array secondsToFirst {0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0};
constexpr std::array secondsOfTokens {0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5};

struct Row {
    const char *name, *unit;
    std::span<const double> bounds;
};
// In the order of OtelMeter::Instrument.
const std::array rows {Row {"gen_ai.client.operation.duration", "s", secondsOfCalls},
    Row {"gen_ai.client.token.usage", "{token}", tokensOfCalls}, Row {"gen_ai.client.token.cost", "USD", dollarsOfCalls},
    Row {"gen_ai.client.response.time_to_first_token", "s", secondsToFirst},
    Row {"gen_ai.client.response.time_per_output_token", "s", secondsOfTokens},
    Row {"gen_ai.client.response.duration", "s", secondsOfCalls}};

constexpr std::size_t longestValue = 256;

double seconds(std::chrono::microseconds time)
{
    constexpr double micro = 1e-6;
    return static_cast<double>(time.count()) * micro;
}

std::uint64_t nanos(Clock::Wall time)
{
    return static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count()));
}

// A name that a caller has made up is no model before a provider has answered to it.
std::string_view requestedModel(const Receipt &receipt)
{
    if (isSuccess(receipt))
        return receipt.model;
    return receipt.group.empty() ? std::string_view("other") : receipt.group;
}

} // namespace

/// Attributes that stand in a receipt, and what tells them apart from others. They are looked up several times for each call, and
/// next to never are new.
class OtelMeter::Labels
{
public:
    Labels() { m_key.reserve(usual); }

    /// Leaves out what is empty.
    void add(std::string_view name, std::string_view value)
    {
        if (value.empty())
            return;
        value = value.substr(0, longestValue);
        m_pairs[m_count++] = {name, value};
        m_key.append(name).append(1, '\0').append(value).append(1, '\0');
    }
    Labels others() const
    {
        Labels others;
        for (std::size_t i = 0; i < m_count; ++i)
            others.add(m_pairs[i].first, "other");
        return others;
    }
    const std::string &key() const { return m_key; }
    Attributes attributes() const
    {
        Attributes all;
        for (std::size_t i = 0; i < m_count; ++i)
            all.push_back({std::string(m_pairs[i].first), std::string(m_pairs[i].second)});
        return all;
    }

private:
    static constexpr std::size_t usual = 512, most = 8; // as labelsOf() and recordTokens() add

    std::array<std::pair<std::string_view, std::string_view>, most> m_pairs;
    std::size_t m_count = 0;
    std::string m_key;
};

OtelMeter::Labels OtelMeter::labelsOf(const Receipt &receipt) const
{
    Labels labels;
    labels.add("gen_ai.operation.name", otelOperation(receipt));
    labels.add("gen_ai.system", receipt.provider);
    labels.add("gen_ai.provider.name", receipt.provider);
    labels.add("gen_ai.request.model", requestedModel(receipt));
    if (isSuccess(receipt))
        labels.add("gen_ai.response.model", receipt.upstreamModel);
    else
        labels.add("error.type", errorClass(receipt));
    if (receipt.principal && !m_terms.hidesCaller) {
        labels.add("metadata.user_api_key_team_id", receipt.principal->teamId);
        labels.add("metadata.user_api_key_team_alias", receipt.principal->teamAlias);
    }
    return labels;
}

void OtelMeter::add(const Receipt &receipt)
{
    if (!isSuccess(receipt) && receipt.attempts.empty()) // no provider was asked
        return;
    const Labels who = labelsOf(receipt);
    record(Duration, who, seconds(receipt.duration));
    const Usage &usage = receipt.usage;
    recordTokens(who, usage);
    constexpr double nano = 1e-9;
    if (receipt.cost)
        record(Cost, who, static_cast<double>(receipt.cost->total.nanoDollars) * nano);
    if (!isSuccess(receipt))
        return;
    record(Response, who, seconds(receipt.upstreamTime));
    const bool hasFirst = receipt.stream && receipt.firstToken.count() > 0;
    if (hasFirst)
        record(FirstToken, who, seconds(receipt.firstToken));
    if (usage.output > 0) {
        const auto time = hasFirst ? receipt.duration - receipt.firstToken : receipt.upstreamTime;
        record(PerToken, who, seconds(std::max(time, std::chrono::microseconds(0))) / static_cast<double>(usage.output));
    }
}

void OtelMeter::recordTokens(const Labels &who, const Usage &usage)
{
    for (const auto &[type, count] : {std::pair("input", usage.input), std::pair("output", usage.output)}) {
        if (count <= 0)
            continue;
        Labels ofTokens = who;
        ofTokens.add("gen_ai.token.type", type);
        record(Tokens, ofTokens, static_cast<double>(count));
    }
}

void OtelMeter::record(Instrument instrument, const Labels &labels, double value)
{
    Points &points = m_points[instrument];
    const std::span<const double> bounds = rows[instrument].bounds;
    auto found = points.find(labels.key());
    if (found == points.end()) {
        const Labels shown = points.size() >= mostPoints ? labels.others() : labels;
        found = points.try_emplace(shown.key()).first;
        found->second.attributes = shown.attributes();
        found->second.buckets.resize(bounds.size() + 1);
    }
    HistogramPoint &point = found->second;
    ++point.count;
    point.sum += value;
    ++point.buckets[static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), value) - bounds.begin())];
}

std::vector<otlp::Histogram> OtelMeter::histograms(Clock::Wall now) const
{
    std::vector<otlp::Histogram> all;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points[i].empty())
            continue;
        otlp::Histogram histogram {rows[i].name, rows[i].unit, rows[i].bounds, {}};
        for (const auto &[key, kept] : m_points[i]) {
            histogram.points.push_back(kept);
            histogram.points.back().start = nanos(m_since);
            histogram.points.back().end = nanos(now);
        }
        all.push_back(std::move(histogram));
    }
    return all;
}

} // namespace gatehouse::observe::sinks
