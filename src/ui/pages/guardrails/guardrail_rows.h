// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// How often a guardrail has judged since the gateway was started.
struct GuardrailCounts {
    qint64 passed = 0;
    qint64 intervened = 0; ///< blocked or masked
    qint64 failed = 0;     ///< it could not judge
};

/// A guardrail of the configuration, as the page shows it.
struct GuardrailRow {
    QString id;
    QString name;
    QString kind;
    QString when;           ///< in words
    bool isDefault = false; ///< for every call
    QJsonObject params = {};
    GuardrailCounts counts = {};
};

/// From GET /v2/guardrails/list, in the order in which they run.
QList<GuardrailRow> guardrailRows(const QJsonObject &answer);
/// From GET /metrics, by their names.
QHash<QString, GuardrailCounts> guardrailCounts(const QByteArray &metrics);
/// What the gateway does at a mode, or at each of a list of them.
QString guardrailModes(const QJsonValue &mode);

/// What came of a text before a guardrail.
struct GuardrailOutcome {
    enum class Kind { Passed, Masked, Blocked, Failed };
    Kind kind = Kind::Failed;
    QString text = {}; ///< Masked: what it made of it; Blocked and Failed: why
};
/// @param body of POST /guardrails/apply_guardrail.
GuardrailOutcome guardrailOutcome(int status, const QJsonObject &body, const QString &text);

} // namespace gatehouse::ui
