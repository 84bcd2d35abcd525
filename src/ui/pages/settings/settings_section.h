// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonObject>
#include <QWidget>

class QLineEdit;

namespace gatehouse::ui {

class MessageLine;
class RecordView;
class Session;

/// Every setting there is, with its value and what it is for: found by typing, changed by Enter.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsSection(Session &session, QWidget *parent = nullptr);

    void focusFilter();
    bool leave();
    RecordView *view() { return m_view; }

private:
    void showState();
    void load();
    void showRows();
    void edit(const QString &path);

    Session &m_session;
    RecordTable m_table;
    QLineEdit *m_filter;
    RecordView *m_view;
    MessageLine *m_message;
    QJsonObject m_tree;
    QString m_revision; ///< of the file that says it
};

} // namespace gatehouse::ui
