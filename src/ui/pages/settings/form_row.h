// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QString>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gatehouse::ui {

class MessageLine;

/// One line of a form: what it is and what it is for at the left, the control at the right, and what there is to say of it below
/// the control. Where there is little room, the control stands below the text.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    explicit FormRow(const QString &title, QWidget *parent = nullptr);

    QString title() const;
    void setHelp(const QString &text);
    /// Shown with the pointer on the text.
    void setTip(const QString &text);
    /// Takes the control, which is named by the title; one that was there goes.
    void setControl(QWidget *control);
    /// Empty: nothing.
    void say(Mood mood, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_help;
    QBoxLayout *m_line;
    QVBoxLayout *m_right;
    QWidget *m_side;
    QWidget *m_control = nullptr;
    MessageLine *m_message;
};

/// The hairline between two rows.
QWidget *makeRule();

} // namespace gatehouse::ui
