// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace gatehouse::ui {

class ElidedLabel;

/// One figure with its name above and a remark below.
class Tile : public QFrame
{
    Q_OBJECT
public:
    explicit Tile(const QString &name, QWidget *parent = nullptr);

    void setFigure(const QString &figure, const QString &remark, bool alarming = false);
    /// A small picture beside the figure.
    void setPicture(QWidget *picture);
    QString figure() const;

private:
    ElidedLabel *m_name;
    QLabel *m_figure;
    QLabel *m_remark;
    QHBoxLayout *m_row;
};

} // namespace gatehouse::ui
