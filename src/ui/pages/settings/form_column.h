// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace gatehouse::ui {

/// Cards below each other, not wider than eyes can follow, scrolled where they are longer than the window.
class FormColumn : public QWidget
{
    Q_OBJECT
public:
    explicit FormColumn(QWidget *parent = nullptr);

    QVBoxLayout *column() { return m_column; }
    /// Itself in an area that scrolls it.
    QScrollArea *inScrollArea();

private:
    QVBoxLayout *m_column;
};

} // namespace gatehouse::ui
