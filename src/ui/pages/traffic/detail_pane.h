// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"
#include "ui/pages/traffic/record_tab.h"

#include <QFrame>
#include <QList>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui {

class CopyButton;
class ElidedLabel;
class Pill;
class Segments;
class Session;
class SummaryTab;

/// Everything known of one request, in tabs. It asks the gateway for what the row does not say, again while the request runs, and
/// only while it is seen.
class DetailPane : public QFrame
{
    Q_OBJECT
public:
    explicit DetailPane(Session &session, QWidget *parent = nullptr);

    void setRow(const TrafficRow &row);
    const TrafficRow &row() const { return m_row; }
    /// Null until the gateway has answered, and where it remembers nothing.
    SharedRecord record() const { return m_record; }
    /// To the tab so many further, around the end.
    void step(int by);
    void copyCurl();
    void sendAgain();
    void openInPlayground();

Q_SIGNALS:
    void closed();
    void abortWished(const gatehouse::ui::TrafficRow &row);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTabs();
    QWidget *makeNotice();
    void showHead();
    void ask();
    void take(const QByteArray &body, int epoch);
    void takeRecord(const SharedRecord &record, int epoch);
    void showTab();
    void sayMissing(const QString &why, bool canKeep);
    void keepOnDisk();

    Session &m_session;
    TrafficRow m_row;
    SharedRecord m_record;
    QString m_missing; ///< why there is no record; empty: there is, or it is on its way
    int m_epoch = 0;   ///< counts chosen requests, so that a late answer is known as one
    bool m_asking = false;
    QTimer m_later;
    Pill *m_state;
    ElidedLabel *m_model;
    QPushButton *m_abort = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_playground = nullptr;
    CopyButton *m_curl = nullptr;
    Segments *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    SummaryTab *m_summary = nullptr;
    QWidget *m_notice = nullptr;
    QLabel *m_why = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace gatehouse::ui
