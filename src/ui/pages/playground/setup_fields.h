// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QJsonObject;
class QPlainTextEdit;
class QSpinBox;

namespace gatehouse::ui {

/// Whom a column asks, and how it is to answer.
struct ColumnSetup {
    QString model = {};
    QString system = {};
    std::optional<double> temperature = {};
    std::optional<int> mostTokens = {};

    QJsonObject toJson() const;
    static ColumnSetup fromJson(const QJsonObject &object);
};

/// The fields of a ColumnSetup.
class SetupFields : public QWidget
{
    Q_OBJECT
public:
    explicit SetupFields(QWidget *parent = nullptr);

    ColumnSetup setup() const;
    void setSetup(const ColumnSetup &setup);
    /// What can be chosen; anything else can be typed.
    void setModels(const QStringList &models);
    void focusModel();

private:
    QWidget *makeNumbers();

    QComboBox *m_model;
    QDoubleSpinBox *m_temperature;
    QSpinBox *m_mostTokens;
    QPlainTextEdit *m_system;
};

} // namespace gatehouse::ui
