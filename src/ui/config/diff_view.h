// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QPlainTextEdit>

namespace gatehouse::ui {

/// A diff of docs/config-api.md as text: removed and added lines marked by sign and ground, line numbers at the left.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    void setDiff(const QJsonObject &diff);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QList<int> m_kinds; ///< of each block: -1 removed, 1 added, 0 the same, 2 between two places
};

} // namespace gatehouse::ui
