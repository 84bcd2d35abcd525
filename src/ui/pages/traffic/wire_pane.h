// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_record.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace gatehouse::ui {

class ElidedLabel;

/// One wire: its first line, its header fields and its body, readable.
class WirePane : public QWidget
{
    Q_OBJECT
public:
    explicit WirePane(const QString &title, QWidget *parent = nullptr);

    /// What is not there says `missing`.
    void setWire(const TrafficWire &wire, const QString &missing);
    QString text() const;

private:
    void show(const QString &text);

    TrafficWire m_wire;
    int m_epoch = 0; ///< counts setWire()s, so that what is late is known as such
    QLabel *m_head;
    ElidedLabel *m_note;
    QPlainTextEdit *m_text;
};

} // namespace gatehouse::ui
