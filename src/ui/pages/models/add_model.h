// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

class QWidget;

namespace gatehouse::ui {

class FormDialog;
class Session;

/// The dialog that adds a deployment. @param prefilled what is known of it already: an entry of model_list, any part of it.
/// @param done once it is in use; not called when the user leaves.
void addModel(Session &session, QWidget *parent, const QJsonObject &prefilled = {}, std::function<void()> done = {});

/// Puts entries into use: into the configuration file, with the change shown first, or into the database where the gateway has no
/// file that can be written. The dialog they were made in closes when it is done, and says what went wrong otherwise.
/// @param summary one line, what is done: "Add gpt-4o".
void saveEntries(Session &session, const QJsonArray &entries, const QString &summary, FormDialog *from);

} // namespace gatehouse::ui
