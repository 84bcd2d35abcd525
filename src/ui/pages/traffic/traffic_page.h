// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace gatehouse::ui {

class DetailPane;
class Preferences;
class Session;
class SummaryRow;
class TrafficFilter;
class TrafficTable;

/// The overview: what to do next while nothing happened yet, else the last minute and the last requests, live.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    TrafficPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

private:
    QWidget *makeLive();
    QWidget *makeToolBar();
    void showCounts();
    void showDetail();
    void showConnect();

    Session &m_session;
    Preferences &m_preferences;
    TrafficFilter *m_filter;
    QStackedWidget *m_stack;
    SummaryRow *m_summary = nullptr;
    QLineEdit *m_query = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_nothing = nullptr;
    TrafficTable *m_table = nullptr;
    DetailPane *m_detail = nullptr;
    QTimer m_second;
};

} // namespace gatehouse::ui
