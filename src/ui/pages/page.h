// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace gatehouse::ui {

/// What the main window knows of a page. Each is made when it is first shown, from its row in pages.cpp, and owned by the window.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Somebody came here by Session::openPage(): show what the argument says, in words of this page ("key:…").
    virtual void reveal(const QString &argument) { Q_UNUSED(argument) }
    /// Ctrl+F.
    virtual void focusFilter() { }
    /// F5.
    virtual void refresh() { }
    /// Ctrl+C: true when there was something to copy here.
    virtual bool copy() { return false; }
    /// Escape: true when there was something to leave.
    virtual bool leave() { return false; }
    /// Whether a text for the configuration file was typed and not saved: it would be lost with the page.
    virtual bool isEdited() const { return false; }
    /// The window closes for good: write down what should look the same next time.
    virtual void save() { }
};

} // namespace gatehouse::ui
