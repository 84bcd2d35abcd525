// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::ui {

struct TrafficRecord;

/// What is asked of a model, and how it is to answer. A plain value.
struct ChatQuestion {
    struct Turn {
        QString role = {}; ///< "user", "assistant"
        QString text = {};
    };

    QString model = {};
    QString system = {};
    QList<Turn> before = {}; ///< what was said before the question
    QString text = {};
    std::optional<double> temperature = {}; ///< none: the model's own
    std::optional<int> mostTokens = {};     ///< of the answer; none: the model's own

    /// For POST /v1/chat/completions: streamed, with its usage at the end.
    QJsonObject body() const;
    /// As a line for a shell, to the gateway at `address`. The key is a variable.
    QString curl(const QString &address) const;
};

/// A question of another program, as far as it is text.
struct CapturedQuestion {
    ChatQuestion question = {};
    int leftOut = 0; ///< files, calls of tools and their results
};

/// Whichever dialect it came in. May take a while.
CapturedQuestion questionOf(const TrafficRecord &record);

} // namespace gatehouse::ui
