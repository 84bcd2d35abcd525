// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// What a credential reads as that is not told; sent back, it changes nothing.
QString maskedText();

/// litellm_params.model in its two parts.
struct ProviderModel {
    QString provider = {}; ///< empty: the entry does not say
    QString model = {};

    bool operator==(const ProviderModel &other) const { return provider == other.provider && model == other.model; }
};

/// @param providers the names that may stand before the slash.
ProviderModel splitModel(const QJsonObject &params, const QStringList &providers);
/// The params with another provider or model; untouched where both are what they were.
QJsonObject withModel(QJsonObject params, const ProviderModel &wanted, const QStringList &providers);
/// What callers will probably call it: "llama-3.3-70b" of "meta-llama/llama-3.3-70b".
QString usualName(const QString &model);

/// Edits of docs/config-api.md that make `after` of `before`, which stands at `path`; values that are equal are left alone.
QJsonArray mapEdits(const QJsonArray &path, const QJsonObject &before, const QJsonObject &after);
/// Edits that put an entry into model_list at `index`, its members in the order people write them.
QJsonArray insertEntryEdits(int index, const QJsonObject &entry);
/// Edits that make one entry of another, which stands at `index`.
QJsonArray entryEdits(int index, const QJsonObject &before, const QJsonObject &after);
/// For /model/update: what of litellm_params is new, with null for what is gone.
QJsonObject changedMembers(const QJsonObject &before, const QJsonObject &after);

} // namespace gatehouse::ui
