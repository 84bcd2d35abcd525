// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QJsonObject>

class QTreeWidget;

namespace gatehouse::ui {

class ElidedLabel;

/// One change: what was done to what, by whom and when, and each value before and after it.
class AuditDetail : public QFrame
{
    Q_OBJECT
public:
    explicit AuditDetail(QWidget *parent = nullptr);

    void setLine(const QJsonObject &line);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void showChanges();

    QJsonObject m_line;
    ElidedLabel *m_title;
    ElidedLabel *m_story;
    QTreeWidget *m_changes;
};

} // namespace gatehouse::ui
