// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPlainTextEdit>

class QCompleter;

namespace gatehouse::ui {

/// What is wrong in a text, and where.
struct CodeSign {
    int line = 0;   ///< from 1; 0 = nowhere in this text
    int column = 0; ///< from 1; 0 = the whole line
    bool isError = false;
    QString text;
};

/// An editor for texts of lines: numbers at the left, signs at lines where something is wrong, indentation kept. Tab indents;
/// F6 goes to the next field instead.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeEdit(QWidget *parent = nullptr);

    /// Lines end with a line feed, whatever they came with.
    QString wholeText() const;
    /// Forgets what could be undone.
    void beginWith(const QString &text);
    /// Changes no more than what differs, so that cursor and place stay; can be undone.
    void changeTo(const QString &text);
    void setSigns(const QList<CodeSign> &signs);
    /// Both from 1.
    void goTo(int line, int column = 1);
    /// Takes the keys that choose while its list is open.
    void setCompleter(QCompleter *completer) { m_completer = completer; }

    int marginWidth() const;
    void paintMargin(QPaintEvent *event);

Q_SIGNALS:
    /// A character was typed; completion may look.
    void typed();
    /// Ctrl+Space.
    void completionWished();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool leaveToCompleter(QKeyEvent *event);
    bool takeKey(QKeyEvent *event);
    void breakLine();
    void indent(int way);
    void toggleComment();
    void placeMargin();
    void dress();
    QString signsAt(int line) const;
    QTextCursor placeOf(const CodeSign &sign) const;

    QWidget *m_margin;
    QCompleter *m_completer = nullptr;
    QList<CodeSign> m_signs;
};

} // namespace gatehouse::ui
