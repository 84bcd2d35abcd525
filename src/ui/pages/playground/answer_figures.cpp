// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/answer_figures.h"

#include "ui/models/traffic_row.h"

namespace gatehouse::ui {

namespace {

constexpr double shortest = 1; ///< milliseconds of an answer that has a speed: one that came at once has none

std::optional<double> speed(qint64 tokens, const std::optional<double> &firstMs, const std::optional<double> &wholeMs)
{
    if (tokens < 2 || !firstMs || !wholeMs || *wholeMs - *firstMs < shortest)
        return {};
    return double(tokens) * 1000 / (*wholeMs - *firstMs);
}

} // namespace

AnswerFigures figuresOf(const ChatStream::Figures &stream)
{
    AnswerFigures figures;
    figures.firstMs = stream.firstMs;
    figures.tokensPerSecond = speed(stream.tokens, stream.firstMs, stream.elapsedMs);
    if (stream.tokens > 0)
        figures.outputTokens = stream.tokens;
    figures.isCounted = stream.isExact;
    return figures;
}

AnswerFigures figuresOf(const TrafficRow &row)
{
    AnswerFigures figures;
    figures.firstMs = row.firstTokenMs;
    figures.tokensPerSecond = speed(row.outputTokens, row.firstTokenMs, row.durationMs);
    figures.cost = row.cost;
    if (row.hasTokens()) {
        figures.inputTokens = row.inputTokens;
        figures.outputTokens = row.outputTokens;
    }
    return figures;
}

} // namespace gatehouse::ui
