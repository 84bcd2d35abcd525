// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/setting_places.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gatehouse::ui {

class Card;
class MessageLine;
class Session;
class SettingRow;
class SettingValues;

/// The settings of one topic, group by group. What is changed in the fields is collected, shown line by line before it is saved,
/// and can be undone afterwards. Ctrl+S saves.
class SettingForm : public QWidget
{
    Q_OBJECT
public:
    SettingForm(Session &session, SettingValues &values, SettingTopic topic, QWidget *parent = nullptr);

    /// Above the groups: what is in use now.
    void addTop(QWidget *widget);
    /// What was changed here and is not saved.
    int changes() const;
    /// Shows the setting and gives it the focus, as soon as it is known; false: it is not here.
    bool reveal(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addGroup(const SettingGroup &group);
    QWidget *makeBar();
    void showValues();
    void showBar();
    void showWished();
    void orderTabs();
    void save();
    void discard();
    QString summary() const;

    struct Group {
        Card *card = nullptr;
        QList<SettingRow *> rows;
    };
    Session &m_session;
    SettingValues &m_values;
    QList<Group> m_groups;
    QHash<SettingRow *, QString> m_paths;
    QHash<SettingRow *, QString> m_twins;
    QHash<SettingRow *, QWidget *> m_rules; ///< above each row but the first
    QString m_wished;                       ///< path of the setting that somebody waits for
    QString m_revision;                     ///< that the oldest change was made on
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    MessageLine *m_message;
    QWidget *m_bar = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace gatehouse::ui
