// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/row_button.h"

#include <QList>

class QGridLayout;
class QLabel;

namespace gatehouse::ui {

/// A few rows below or beside each other. What comes again keeps its widget, and so the focus.
class RowList : public QWidget
{
    Q_OBJECT
public:
    /// @param columnWidth in characters: as many columns as have room for that; 0: one column
    explicit RowList(const QString &accessibleName, int columnWidth = 0, QWidget *parent = nullptr);

    void setRows(const QList<RowText> &rows);
    /// Instead of rows while there are none.
    void setEmptyText(const QString &text);
    int count() const { return m_shown; }
    const RowText &at(int row) const { return m_buttons[row]->row(); }

Q_SIGNALS:
    void chosen(const QString &argument);
    void acted(const QString &argument); ///< by the button of a row

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int columnsFor(int width) const;
    void place();

    QGridLayout *m_grid;
    QLabel *m_empty;
    QList<RowButton *> m_buttons;
    int m_columnWidth;
    int m_columns = 0;
    int m_shown = 0;
};

} // namespace gatehouse::ui
