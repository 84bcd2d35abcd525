// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class MessageLine;

/// Fields, a button that does it, and the outcome in place: the dialog stays open while the gateway is asked, shows why it
/// refused, and closes by accept() once it did it. Enter submits, Escape leaves.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    FormDialog(const QString &title, const QString &action, QWidget *parent);

    /// A field below its label; help says in one line what it is for. The label becomes the field's buddy and accessible name.
    void addField(const QString &label, QWidget *field, const QString &help = {});
    void addHeading(const QString &text);
    void addWide(QWidget *widget, int stretch = 0);
    /// Beside the buttons, at the left: "Test".
    QPushButton *addSideButton(const QString &caption);
    QPushButton *actionButton() { return m_action; }

    /// While busy nothing can be submitted twice; the sentence says what is under way.
    void setBusy(const QString &sentence);
    /// Ends being busy; empty: all is well.
    void setProblem(const QString &sentence);
    void setSuccess(const QString &sentence);
    /// Nothing is wrong, and this should be known before it is submitted.
    void setNotice(const QString &sentence);

Q_SIGNALS:
    /// The button, or Enter.
    void submitted();

private:
    void setWorking(bool working);

    QVBoxLayout *m_column;
    QFormLayout *m_form = nullptr;
    MessageLine *m_message;
    class QHBoxLayout *m_buttons;
    QPushButton *m_action;
};

} // namespace gatehouse::ui
