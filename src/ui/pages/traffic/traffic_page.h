// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace gatehouse::ui {

class DetailPane;
class FilterBar;
class LiveProgress;
class Preferences;
class Session;
class TrafficFilter;
class TrafficTable;
class VolumeBars;

/// The requests, live: how many came when, the table with what passes the filter, and everything about the one that is selected.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    TrafficPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// @param argument a filter: "model=gpt-4o status>=400".
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeLive();
    QWidget *makeTablePart();
    void connectTable();
    void addKeys();
    void showCounts();
    void showVolume();
    void showDetail();
    void askToAbort(const TrafficRow &row);
    void abort(const TrafficRow &row);
    void askWhereToExport();
    void exportTo(const QString &file);

    Session &m_session;
    Preferences &m_preferences;
    TrafficFilter *m_filter;
    LiveProgress *m_progress;
    QStackedWidget *m_stack;
    VolumeBars *m_volume = nullptr;
    FilterBar *m_bar = nullptr;
    QLabel *m_nothing = nullptr;
    QSplitter *m_split = nullptr;
    TrafficTable *m_table = nullptr;
    DetailPane *m_detail = nullptr;
    QTimer m_second;
};

} // namespace gatehouse::ui
