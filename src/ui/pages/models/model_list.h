// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>

class QObject;

namespace gatehouse::ui {

class Session;

/// The models of one provider, and who said so.
struct ModelList {
    QJsonArray models = {};
    bool isProviders = false; ///< the provider itself told them; else they are of the catalogue of the gateway
    QString problem = {}; ///< why it did not, or why there is no list at all, for people; empty: it has none, or was not asked
};

/// Asks the provider, where it may be asked, and else the catalogue.
/// @param question the body of POST /providers/discover. @param mayAsk whether a key is there, or none is needed.
void askForModels(Session &session, const QJsonObject &question, bool mayAsk, QObject *context,
    const std::function<void(const ModelList &)> &done);

} // namespace gatehouse::ui
