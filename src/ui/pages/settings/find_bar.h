// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace gatehouse::ui {

class CodeEdit;

/// Finds words in an editor as they are typed; ":12" goes to a line. Enter finds the next, Shift+Enter the one before,
/// Escape closes.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(CodeEdit &edit, QWidget *parent = nullptr);

    /// Shows itself, with what is selected in the editor.
    void open();
    void openForLine();
    void close();
    void findNext(bool backward = false);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    bool find(int from, bool backward);
    void showCount();

    CodeEdit &m_edit;
    QLineEdit *m_field;
    QLabel *m_count;
    int m_begin = 0; ///< where the cursor was when the search began
};

} // namespace gatehouse::ui
