// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>

class QWidget;

namespace gatehouse::ui {

class ProviderFeed;
class Session;

/// Edits that make the deployments of the file (rows of modelRows()) take their key from where `params` says; those that do so
/// already are left alone.
QJsonArray keyEdits(const QJsonArray &rows, const QJsonObject &params);

/// Asks for a new key of a provider, keeps it, and lets the provider's deployments in the file use it.
/// @param card of providerCards(). @param feed knows the deployments, and asks anew afterwards.
void replaceKey(Session &session, const QJsonObject &card, ProviderFeed &feed, QWidget *page);
/// Takes a provider's key out of the keychain, after saying what will not work then.
void removeKey(Session &session, const QJsonObject &card, ProviderFeed &feed, QWidget *page);

} // namespace gatehouse::ui
