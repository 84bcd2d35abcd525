// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCheckBox>

namespace gatehouse::ui {

/// A box to tick, drawn as a switch: where its knob is and what stands beside it say whether it is on, colour only repeats it.
class Switch : public QCheckBox
{
    Q_OBJECT
public:
    /// @param caption what stands beside it; empty: "On" or "Off".
    explicit Switch(const QString &caption = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    QRectF track() const;
    QString caption() const;
};

} // namespace gatehouse::ui
