// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/yaml_place.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// One thing that may be written.
struct YamlOffer {
    QString word;   ///< what the list shows
    QString insert; ///< what replaces the word under the cursor
    QString kind;   ///< "integer", "list"; empty for values
    QString help;
};

/// The keys of the configuration, as GET /config/schema tells them, found by place.
class YamlSchema
{
public:
    YamlSchema() = default;
    explicit YamlSchema(const QJsonArray &keys);

    bool isEmpty() const { return m_keys.isEmpty(); }
    /// The key at a path; empty where the schema does not know it.
    QJsonObject keyAt(const QStringList &path) const;
    /// What may stand at a place, the likeliest first.
    QList<YamlOffer> offers(const YamlPlace &place, const QStringList &lines) const;

private:
    struct Key {
        QStringList path;
        QJsonObject said;
    };
    QList<YamlOffer> keysOf(const YamlPlace &place, const QStringList &lines) const;
    QList<YamlOffer> valuesOf(const QStringList &path, const QStringList &lines) const;
    QString typeAt(const QStringList &path) const;

    QList<Key> m_keys;
};

/// Names of the model groups that the text has, in their order.
QStringList yamlModelNames(const QStringList &lines);

} // namespace gatehouse::ui
