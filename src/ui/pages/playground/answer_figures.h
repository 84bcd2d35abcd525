// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/chat_stream.h"

#include <QString>

#include <optional>

namespace gatehouse::ui {

struct TrafficRow;

/// What an answer took, as far as it is known.
struct AnswerFigures {
    std::optional<double> firstMs = {};
    std::optional<double> tokensPerSecond = {};
    std::optional<double> cost = {}; ///< dollars
    std::optional<qint64> inputTokens = {};
    std::optional<qint64> outputTokens = {};
    bool isCounted = true; ///< else the tokens of the answer are guessed
};

/// While it comes, as this window sees it.
AnswerFigures figuresOf(const ChatStream::Figures &stream);
/// When it has ended, as the gateway saw it.
AnswerFigures figuresOf(const TrafficRow &row);

} // namespace gatehouse::ui
