// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QScrollArea>

class QHBoxLayout;
class QJsonArray;

namespace gatehouse::ui {

class ModelColumn;
class Session;
struct ColumnSetup;

/// One to four columns side by side, and which of them did best.
class ColumnRow : public QScrollArea
{
    Q_OBJECT
public:
    explicit ColumnRow(Session &session, QWidget *parent = nullptr);

    const QList<ModelColumn *> &columns() const { return m_columns; }
    ModelColumn &first() const { return *m_columns.first(); }
    /// With the first model that no column asks yet.
    void addAnother();
    bool isFull() const;
    bool isAnyRunning() const;
    void stop();
    /// What the gateway offers; a first column without a model takes the first of them.
    void setModels(const QStringList &models);
    /// Models and numbers, but not what is said to them.
    QJsonArray taste() const;
    void restore(const QJsonArray &taste);

Q_SIGNALS:
    void askWished(gatehouse::ui::ModelColumn *column);
    void curlWished(gatehouse::ui::ModelColumn *column);
    /// One came, went, began or ended.
    void changed();

private:
    ModelColumn *add(const ColumnSetup &setup);
    void remove(ModelColumn *column);
    void onCountChanged();
    void showBest();

    Session &m_session;
    QList<ModelColumn *> m_columns;
    QStringList m_models;
    QHBoxLayout *m_row;
};

} // namespace gatehouse::ui
