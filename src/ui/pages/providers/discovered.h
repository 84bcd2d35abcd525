// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace gatehouse::ui {

/// Entries of model_list for models that were found. @param found models of discover or of the catalogue (id, model, mode).
/// @param params what every one of them takes over: the key's place, the address.
QJsonArray entriesFor(const QJsonArray &found, const QJsonObject &params);
/// The same for the models of a local server, which come as entries already.
QJsonArray entriesOf(const QJsonArray &localModels);
/// What litellm_params of deployments already say, so that nothing is added twice without being seen: "model" with "api_base".
QStringList usedModels(const QJsonArray &rows);
QString modelMark(const QJsonObject &params);

} // namespace gatehouse::ui
