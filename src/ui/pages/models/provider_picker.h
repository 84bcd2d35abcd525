// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace gatehouse::ui {

/// Chooses one provider of GET /providers: typing any part of its name finds it.
class ProviderPicker : public QComboBox
{
    Q_OBJECT
public:
    explicit ProviderPicker(QWidget *parent = nullptr);

    void setProviders(const QJsonArray &providers);
    /// False: there is none of that name.
    bool choose(const QString &name);
    /// The record that is chosen; empty: none.
    QJsonObject provider() const;
    /// What may stand before the slash of a model.
    QStringList names() const;

Q_SIGNALS:
    void chosen(const QJsonObject &provider);

private:
    void take();

    QString m_last;
};

} // namespace gatehouse::ui
