// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// What is known of providers, door by door; each may be missing yet.
struct ProviderSources {
    QJsonArray providers; ///< of GET /providers
    QJsonArray found;     ///< of GET /environment/found
    QStringList keychain; ///< names in the keychain of whoever sits here
    QJsonArray rows;      ///< deployments, as modelRows() makes them
    QJsonArray day;       ///< series of GET /series?dimension=deployment&total=true, of 24 hours
};

/// One card for each provider that is used, was found in the environment, or has a key in the keychain, by title. Members:
/// name, title, dialects (text), is_used, key and key_kind (as keyPlace() says), deployments, state, requests, errors,
/// latency_ms and p95_ms (of the slowest), ids (of its deployments), question (what discover is asked), can_ask, record.
QJsonArray providerCards(const ProviderSources &sources);

/// "3 deployments, 0.2 % errors in 24 h" and, on a second line, "Latency 812 ms, 95 %: 1.2 s".
QString figuresText(const QJsonObject &card);

} // namespace gatehouse::ui
