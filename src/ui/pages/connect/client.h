// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/connect/client_file.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>

namespace gatehouse::ui {

/// What the texts for a client are filled in with.
struct ClientWords {
    QString address;         ///< of the gateway, without a slash at the end
    QString key;             ///< or what stands in its place
    QString model = {};      ///< empty: the client's own choice, or a placeholder
    QStringList models = {}; ///< all that the gateway offers
};

/// Where a client looks for its settings.
struct ClientPlace {
    const char *variable; ///< of the environment, with another folder for the first one; null: there is none
    const char *folder;   ///< below the home; "" is the home
    const char *file;
    const char *otherFile; ///< that it reads as well, if only that one is there; null: none
    const SettingsFormat &(*format)();
    QStringList (*whole)();
    QList<SettingsMember> (*members)(const ClientWords &words);
};

/// Something to copy.
struct ClientText {
    QString title;
    QString text;
};

/// How a client is spoken to when somebody tries it.
enum class ClientTongue { Chat, Messages, Responses, Gemini };
/// Whether a model stands in its settings.
enum class ModelUse { None, MayChoose, MustChoose };

/// A program that can send its requests through the gateway: a row in the table of client.cpp.
struct ConnectClient {
    const char *key;  ///< of the page's words and of preferences; the alias of its virtual key
    const char *name; ///< a proper name, not translated
    /// What to set, in a sentence.
    QString (*sentence)();
    ClientTongue tongue;
    ModelUse modelUse;
    const ClientPlace *place; ///< null: its settings cannot be changed from here
    /// What there is to copy besides the part of its file.
    QList<ClientText> (*texts)(const ClientWords &words);
};

std::span<const ConnectClient> connectClients();
/// Below that home, as far as the environment does not say otherwise. Only of clients with a place.
ClientFile fileOf(const ConnectClient &client, const ClientWords &words, const QString &home);
/// Everything to copy, the part of its file first.
QList<ClientText> textsOf(const ConnectClient &client, const ClientWords &words);
/// A short question to that model, as such a client asks it, and where it goes.
struct ClientQuestion {
    QString path;
    QJsonObject body;
};
ClientQuestion questionFor(ClientTongue tongue, const QString &model);

} // namespace gatehouse::ui
