// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/mark.h"

#include <QWidget>

namespace gatehouse::ui {

struct Colours;

/// A colour by its meaning, so that it follows the theme.
enum class Mood { Good, Busy, Warn, Bad, Idle };
QColor moodColour(Mood mood, const Colours &colours);

/// A state as mark and word in a tinted capsule.
class Pill : public QWidget
{
    Q_OBJECT
public:
    explicit Pill(QWidget *parent = nullptr);

    void setState(Mark mark, Mood mood, const QString &word);
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark = Mark::Square;
    Mood m_mood = Mood::Idle;
    QString m_word;
};

} // namespace gatehouse::ui
