// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListWidget>
#include <QStringList>

namespace gatehouse::ui {

/// Names to tick, in as many lines as are needed up to a few. What is ticked and no longer among the choices stays, ticked.
class ChoiceList : public QListWidget
{
    Q_OBJECT
public:
    explicit ChoiceList(QWidget *parent = nullptr);

    void setChoices(const QStringList &names);
    void setTicked(const QStringList &names);
    QStringList ticked() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void add(const QString &name, bool isTicked);
};

} // namespace gatehouse::ui
