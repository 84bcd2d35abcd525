// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>
#include <QTimer>

#include <functional>

namespace gatehouse::ui {

/// Puts a text on the clipboard and says "Copied" for a moment, keeping its width.
class CopyButton : public QPushButton
{
    Q_OBJECT
public:
    /// @param what the text, asked for at the moment of the click.
    CopyButton(const QString &caption, std::function<QString()> what, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// As if clicked.
    void copy();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPlain();
    void showDone();

    QString m_caption;
    std::function<QString()> m_what;
    QTimer m_back;
};

/// The clipboard, and where there is one the primary selection of X11 too.
void copyText(const QString &text);

} // namespace gatehouse::ui
