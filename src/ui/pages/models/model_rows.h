// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace gatehouse::ui {

/// What the gateway tells of its deployments, door by door; each may be missing yet.
struct ModelSources {
    QJsonArray info;   ///< data of GET /model/info
    QJsonArray health; ///< deployments of GET /health/deployments
    QJsonArray file;   ///< models of GET /config/file/models
    QJsonObject sums;  ///< of the last day, by deployment (DaySums)
    QString revision;  ///< of the file that `file` was read from
};

/// One row for each deployment, in the order of the file and then of the database; entries of the file that could not be used
/// have a row too. Members: id, group, model, provider, key, key_kind (keychain, environment, file, text, credential, stored,
/// none), state, seconds_left, reason, is_blocked, is_stored, is_included, index (of the file's list; -1: not there), revision
/// (of the file that the index belongs to), entry (as it stands in the file), info (as the gateway told it), requests, errors,
/// spend, latency_ms, in_flight, input_per_million and output_per_million.
QJsonArray modelRows(const ModelSources &sources);

/// Where a key is, from what stands in litellm_params: {"key", "key_kind"}. The key itself is never in it.
QJsonObject keyPlace(const QJsonObject &params);

} // namespace gatehouse::ui
