// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QFormLayout;

namespace gatehouse::ui {

class SettingField;

/// The settings of one deployment beside its model and key: those that are used most, those that are set, and any other of the
/// schema for whoever picks it. Keys of the entry that the schema does not know are kept as they are.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(QWidget *parent = nullptr);

    /// @param keys of GET /config/schema.
    void setSchema(const QJsonArray &keys);
    void setParams(const QJsonObject &params);
    /// Names that have fields in another form and none here; what was typed into the other fields stays.
    void setElsewhere(const QStringList &names);
    /// `params` with what the fields say.
    QJsonObject apply(QJsonObject params) const;
    /// The label of the first field that means nothing; empty: all is well.
    QString problem() const;

private:
    void build();
    void addGiven();
    void addField(const QString &name);
    void fillPicker();
    QJsonObject keyOf(const QString &name) const;
    bool has(const QString &name) const;

    QFormLayout *m_form;
    QComboBox *m_picker;
    QList<SettingField *> m_fields;
    QList<QJsonObject> m_keys;
    QJsonObject m_params;
    QStringList m_elsewhere;
};

} // namespace gatehouse::ui
