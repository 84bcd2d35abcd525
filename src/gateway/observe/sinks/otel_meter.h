// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/otlp_histograms.h"
#include "gateway/observe/sinks/settings.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// The histograms of OpenTelemetry's conventions for generative AI, of all calls since it was made: what is lost on the way to a
/// server, the next request makes good. Bounded: a histogram has at most \a mostPoints sets of attributes, and what comes beyond
/// is counted under "other".
class OtelMeter
{
public:
    static constexpr std::size_t mostPoints = 500;

    OtelMeter(const Terms &terms, Clock::Wall since)
        : m_terms(terms)
        , m_since(since)
    {
    }

    void add(const Receipt &receipt);
    std::vector<otlp::Histogram> histograms(Clock::Wall now) const;

private:
    enum Instrument { Duration, Tokens, Cost, FirstToken, PerToken, Response, instrumentCount };
    using Points = std::map<std::string, otlp::HistogramPoint, std::less<>>; // by what tells their attributes apart
    class Labels;
    Labels labelsOf(const Receipt &receipt) const;
    void recordTokens(const Labels &who, const Usage &usage);
    void record(Instrument instrument, const Labels &labels, double value);

    const Terms &m_terms;
    Clock::Wall m_since;
    std::array<Points, instrumentCount> m_points;
};

} // namespace gatehouse::observe::sinks
