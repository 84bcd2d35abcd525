// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

class QJsonObject;

namespace gatehouse::ui {

/// One request as the admin API tells it: a receipt, or the first half of one while the request runs. A plain value.
struct TrafficRow {
    enum class State { Running, Completed, Failed, Refused, Abandoned };
    static constexpr std::array states = {State::Running, State::Completed, State::Failed, State::Refused, State::Abandoned};

    /// One try at one deployment.
    struct Try {
        QString deployment = {};
        int status = 0; ///< 0 = no answer
        std::optional<double> durationMs = {};
        QString fault = {}; ///< empty = it worked
    };

    qint64 id = 0;
    QString callId = {};
    State state = State::Running;
    QDateTime startedAt = {};
    QString path = {};
    QString dialect = {};
    QString who = {};
    QString keyHash = {}; ///< the hash of the caller's key
    QString team = {};
    QString customer = {};
    QString model = {};
    QString group = {};
    QString deployment = {};
    QString provider = {};
    QString upstreamModel = {};
    bool stream = false;
    int status = 0;
    int attempts = 0;
    int fallbacks = 0;
    QList<Try> tries = {}; ///< in order of time; may be shorter than `attempts`
    std::optional<double> firstTokenMs = {};
    std::optional<double> durationMs = {};
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cachedTokens = 0;
    qint64 reasoningTokens = 0;
    std::optional<double> cost = {}; ///< dollars; none where no price is known
    qint64 replyBytes = 0;           ///< of the answer so far, while it runs
    QString finishReason = {};
    QString error = {};

    bool isRunning() const { return state == State::Running; }
    bool hasTokens() const { return inputTokens > 0 || outputTokens > 0; }

    /// Takes whatever is there; what is missing or of another type stays at its default.
    static TrafficRow fromJson(const QJsonObject &object);
    /// The word in the column, translated.
    static QString word(State state);
    /// The word of the API and of the filter: "completed", never translated.
    static QString key(State state);
};

} // namespace gatehouse::ui

Q_DECLARE_METATYPE(gatehouse::ui::TrafficRow)
