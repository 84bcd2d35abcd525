// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gatehouse::ui {

/// A framed part of a page: a heading, buttons at its right, and the content below.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    /// A button or field beside the heading.
    void addTool(QWidget *tool);
    void addContent(QWidget *content, int stretch = 0);
    QVBoxLayout *body() { return m_body; }
    void setTitle(const QString &title);

private:
    QLabel *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

} // namespace gatehouse::ui
