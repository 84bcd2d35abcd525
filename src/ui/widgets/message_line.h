// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QWidget>

class QLabel;

namespace gatehouse::ui {

/// How something went, in the place where it was done: a sign and a sentence that wraps and can be selected. Takes no room
/// while empty.
class MessageLine : public QWidget
{
    Q_OBJECT
public:
    explicit MessageLine(QWidget *parent = nullptr);

    void say(Mood mood, const QString &text);
    void clear() { say(Mood::Idle, {}); }
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSign();

    QLabel *m_sign;
    QLabel *m_text;
    Mood m_mood = Mood::Idle;
};

} // namespace gatehouse::ui
