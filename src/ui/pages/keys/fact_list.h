// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace gatehouse::ui {

class ElidedLabel;

/// A heading and lines of two texts each; labels are kept from one set of lines to the next, so that nothing flickers. Hidden
/// while there are none.
class FactList : public QWidget
{
    Q_OBJECT
public:
    struct Line {
        QString left;
        QString right;
        QString tip = {};
    };

    explicit FactList(const QString &title, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);

private:
    QGridLayout *m_grid;
    QList<ElidedLabel *> m_left;
    QList<QLabel *> m_right;
};

} // namespace gatehouse::ui
