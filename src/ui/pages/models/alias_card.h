// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonArray>
#include <QWidget>

#include <functional>

class QPushButton;

namespace gatehouse::ui {

class ModelFeed;
class RecordView;
class Session;

/// The other names that models are known by (router_settings.model_group_alias), and the ways to change them.
class AliasCard : public QWidget
{
    Q_OBJECT
public:
    AliasCard(Session &session, ModelFeed &feed, QWidget *parent = nullptr);

    RecordView *view() { return m_view; }
    /// Does nothing where there is no file that can be changed.
    void addAlias() { edit({}); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Change {
        QJsonArray edits;
        QString revision; ///< of the file that they were made for
        QString summary;
    };

    void showRows();
    bool canChange() const;
    void edit(const QJsonObject &row);
    void remove(const QString &name);
    void change(const Change &change, QWidget *parent, const std::function<void()> &done);
    QStringList groups() const;

    Session &m_session;
    ModelFeed &m_feed;
    RecordTable m_table;
    RecordView *m_view;
    QPushButton *m_add;
};

} // namespace gatehouse::ui
