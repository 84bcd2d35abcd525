// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace gatehouse::ui {

/// One of the models that another name stands for.
struct AliasTarget {
    QString model = {};
    QString weight = {}; ///< as it is written; empty: nothing is said, which counts 1
    int at = -1;         ///< its place in what is written; -1: it is new

    bool operator==(const AliasTarget &) const = default;
};

/// Another name as a form holds it.
struct AliasForm {
    QString name = {};
    QList<AliasTarget> targets = {}; ///< those that are new behind the others
    bool isHidden = false;           ///< left out of the list of models; only for a single target
};

/// Another name of a model group as a row: name, target (for people), is_hidden, is_known (written in a way that a form can
/// hold), written (the value as it stands in the file).
QJsonArray aliasRows(const QJsonObject &aliases);
std::span<const RecordColumn> aliasColumns();

/// Whatever way it is written in: a name, {model, hidden}, or a list of names and of {model, weight}. Nothing: in another.
std::optional<AliasForm> aliasForm(const QString &name, const QJsonValue &written);

/// Edits that make `wanted` of the alias that was called `before` and is written so; empty: a new one. What a form does not
/// show stays as it is, and what is the same is left alone.
QJsonArray aliasEdits(const QString &before, const QJsonValue &written, const AliasForm &wanted);

} // namespace gatehouse::ui
