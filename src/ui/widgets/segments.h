// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace gatehouse::ui {

/// A row of buttons of which one is chosen: ranges of time, tabs of a card. Left and right move, as in every tab bar.
class Segments : public QWidget
{
    Q_OBJECT
public:
    Segments(const QStringList &captions, const QString &accessibleName, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int at);
    void setCaption(int at, const QString &caption);

Q_SIGNALS:
    void chosen(int at);

private:
    QButtonGroup *m_group;
};

} // namespace gatehouse::ui
