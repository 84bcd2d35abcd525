// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace gatehouse::ui {

class ElidedLabel;

/// What the row says of a request, in words: there at once, before anything is asked.
class SummaryTab : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryTab(QWidget *parent = nullptr);

    void setRow(const TrafficRow &row);

private:
    QWidget *makeFacts();

    QList<ElidedLabel *> m_values; ///< in the order of the facts
    QLabel *m_error;
    QLabel *m_tries;
};

} // namespace gatehouse::ui
