// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/first_run/env_file.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// Something that was found and can be added: a provider whose key is in the environment or in a file, a server on this
/// computer. A value; secrets only where a key has to be put into the keychain first.
struct Offer {
    QString id;          ///< "env:openai", "local:11434", "file:OPENAI_API_KEY"
    QString title;       ///< "OpenAI"
    QString hint;        ///< where it was found: "OPENAI_API_KEY …f3aX"
    bool isUsed = false; ///< the configuration has it already
    QJsonArray models;   ///< entries for model_list
    QString keyName;     ///< in the keychain; empty: none has to be put there
    QByteArray key;      ///< that key
    QString provider;    ///< of the catalogue, to choose an example from; empty: the first model is one
};

/// From GET /environment/found.
QList<Offer> offersOfEnvironment(const QJsonObject &answer);
/// From GET /providers/local.
QList<Offer> offersOfThisComputer(const QJsonObject &answer);
/// From a .env file: the variables that are keys of providers, of each provider the first. @param answer GET /providers.
QList<Offer> offersOfFile(const QList<EnvEntry> &entries, const QJsonObject &answer);
/// The same with their keys under names that the keychain has not got: what is kept there may be in use elsewhere, and would be
/// lost. @param taken what it has. @param kept names that were given to these before, by their ids; they stay.
QList<Offer> withFreeNames(QList<Offer> offers, const QStringList &taken, const QHash<QString, QString> &kept);
/// What has to be done to the configuration for these.
QJsonArray editsFor(const QList<Offer> &offers);

} // namespace gatehouse::ui
