// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QBoxLayout;

namespace gatehouse::ui {

/// Widgets side by side, or below each other where there is too little room for that.
class YieldingRow : public QWidget
{
    Q_OBJECT
public:
    explicit YieldingRow(int spacing, QWidget *parent = nullptr);

    void add(QWidget *widget, int stretch);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_box;
};

} // namespace gatehouse::ui
