// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gatehouse::ui {

/// What a text means where the schema wants `type`: undefined while it is empty, null where it means nothing.
/// @param type a word of GET /config/schema.
QJsonValue settingValue(const QString &type, const QString &text);
/// The other way, as people type it.
QString settingText(const QJsonValue &value);

/// A field for one key of the configuration, made from its row of GET /config/schema. Empty means that the key is not set.
class SettingField : public QWidget
{
    Q_OBJECT
public:
    /// @param perMillion a price of a token is shown and typed for a million of them.
    SettingField(const QJsonObject &key, bool perMillion, QWidget *parent = nullptr);

    QString name() const;
    void setValue(const QJsonValue &value);
    /// Undefined: not set.
    QJsonValue value() const;
    /// Whether what was typed means something.
    bool isValid() const;
    /// Stands in the empty field in the place of the default; empty: the default.
    void setHint(const QString &hint);

Q_SIGNALS:
    /// Somebody typed, or chose.
    void edited();

private:
    QString text() const;

    QJsonObject m_key;
    bool m_perMillion;
    QComboBox *m_words = nullptr; ///< where only some words are allowed
    QLineEdit *m_line = nullptr;
    QJsonValue m_given {QJsonValue::Undefined}; ///< kept as it was written while nobody changes it
    QString m_givenText;
};

} // namespace gatehouse::ui
