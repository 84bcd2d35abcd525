// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace gatehouse::ui {

/// One half of an exchange between two programs, as it was captured. Times in milliseconds since the caller's request was read.
struct TrafficWire {
    bool isThere = false;
    std::optional<double> begin = {};
    std::optional<double> end = {};
    int status = 0; ///< 0: it is a request
    QString method = {};
    QString address = {};
    QList<std::pair<QString, QString>> headers = {};
    QString body = {};
    bool isBinary = false; ///< the body is no text, and is in base64
    bool isUpload = false;
    qint64 bytes = 0; ///< of the body as it passed
    qint64 cutBytes = 0;
    int redacted = 0;

    /// "" where there is none; names are compared without case.
    QString header(const QString &name) const;
};

struct TrafficAttempt {
    QString deployment = {};
    QString provider = {};
    QString model = {};
    bool isCopy = false; ///< a hedge
    TrafficWire request = {};
    TrafficWire response = {};
    QString fault = {};
};

struct TrafficCandidate {
    QString deployment = {};
    QString provider = {};
    QString verdict = {};
    QString why = {};
};

struct TrafficDecision {
    double at = 0;
    QString group = {};
    QString strategy = {};
    bool isCopy = false;
    QList<TrafficCandidate> candidates = {};
    int notListed = 0;
};

struct TrafficCostLine {
    QString kind = {};
    double units = 0;
    double price = 0; ///< dollars for one
    double cost = 0;  ///< dollars
};

/// What the provider's prompt cache did, in the gateway's words.
struct TrafficPromptCache {
    QString verdict = {}; ///< empty: nothing was said
    qint64 readTokens = 0;
    qint64 writtenTokens = 0;
    qint64 missedTokens = 0;
    QString comparedWith = {}; ///< call ID
    double comparedAge = 0;    ///< seconds
    QStringList reasons = {};
    QStringList advice = {};
};

/// Everything that GET /traffic/{id} tells. A plain value, made on a thread of its own because bodies may be large.
struct TrafficRecord {
    TrafficRow row = {};
    bool isCaptured = false;
    bool isHidden = false; ///< what was said was replaced
    QString phase = {};    ///< while it runs
    double queueMs = 0;
    double admissionMs = 0;
    TrafficWire clientRequest = {};
    TrafficWire clientResponse = {};
    QList<TrafficAttempt> attempts = {};
    QList<TrafficDecision> decisions = {};
    QList<TrafficCostLine> costs = {};
    TrafficPromptCache cache = {};
    QList<std::pair<QString, QString>> account = {}; ///< what is known of the caller, by the API's names
    QByteArray source = {};                          ///< as it came

    /// Whatever is missing or of another kind is empty. None: it is no JSON object.
    static std::optional<TrafficRecord> fromJson(const QByteArray &json);
};

} // namespace gatehouse::ui
