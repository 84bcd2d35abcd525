// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/fields.h"

#include <QJsonObject>

#include <functional>

class QWidget;

namespace gatehouse::ui {

class Session;

/// A widget for one field, and what it says.
struct FieldEditor {
    QWidget *widget = nullptr;
    std::function<QJsonValue()> value;
    std::function<QString()> problem; ///< a sentence for what cannot be taken; empty: all is well
};

/// An editor that shows `value`. Choices (models, teams, users, budgets) are asked for in the background.
/// @param record what is edited; empty: something new.
FieldEditor makeEditor(const AccountField &field, const QJsonValue &value, const QJsonObject &record, Session &session);

} // namespace gatehouse::ui
