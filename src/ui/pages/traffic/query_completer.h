// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCompleter>
#include <QStringListModel>

class QLineEdit;

namespace gatehouse::ui {

class TrafficModel;

/// Completes the term under the cursor of a filter box: fields and signs first, then the values that the rows hold.
class QueryCompleter : public QCompleter
{
    Q_OBJECT
public:
    QueryCompleter(QLineEdit &field, const TrafficModel &model);

private:
    void offer();
    void take(const QString &term);

    QLineEdit &m_field;
    const TrafficModel &m_model;
    QStringListModel m_offers;
};

} // namespace gatehouse::ui
