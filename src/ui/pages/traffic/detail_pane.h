// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QFrame>
#include <QList>

class QGridLayout;
class QLabel;

namespace gatehouse::ui {

class CopyButton;
class ElidedLabel;
class Pill;

/// Everything known of one request.
class DetailPane : public QFrame
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget *parent = nullptr);

    void setRow(const TrafficRow &row);
    const TrafficRow &row() const { return m_row; }

Q_SIGNALS:
    void closed();

private:
    QWidget *makeHead();
    QWidget *makeFacts();

    TrafficRow m_row;
    Pill *m_state;
    ElidedLabel *m_model;
    QList<ElidedLabel *> m_values; ///< in the order of the facts
    QLabel *m_error;
    QLabel *m_tries;
};

} // namespace gatehouse::ui
