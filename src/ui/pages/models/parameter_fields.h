// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace gatehouse::ui {

/// The names of what a provider wants to know beside key and address. @param provider a record of GET /providers.
QStringList parameterNames(const QJsonObject &provider);

/// What a provider wants to know beside key and address: a region, a project, a version. Made from its record of GET /providers.
class ParameterFields : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterFields(QWidget *parent = nullptr);

    void setProvider(const QJsonObject &provider, const QJsonObject &params);
    QJsonObject apply(QJsonObject params) const;
    /// A secret that is written out, or something that is missing; empty: all is well.
    QString problem() const;

private:
    struct Field {
        QJsonObject parameter;
        QLineEdit *line;
        QJsonValue given; ///< what the entry says; a map has no text and stays while nobody types another value
        QString name() const;
        QString text() const;
        bool isUnchanged() const;
    };

    QFormLayout *m_form;
    QList<Field> m_fields;
};

} // namespace gatehouse::ui
