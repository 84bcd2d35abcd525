// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace gatehouse::ui {

class Preferences;
class TrafficFilter;
class TrafficModel;

/// What the table shows: the filter with its terms as chips, filters kept for later, the pause.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(TrafficFilter &filter, TrafficModel &model, Preferences &preferences, QWidget *parent = nullptr);

    void setQuery(const QString &text);
    QString query() const;
    void focusField();
    void togglePause();
    /// Everything is shown again. False: it was.
    bool clear();
    void showCounts();
    /// After the window of time changed.
    void showChips();

Q_SIGNALS:
    /// Other rows are shown.
    void changed();

private:
    QWidget *makeBar();
    void apply();
    void onTyped();
    void addChip(const QString &text, const std::function<void()> &remove);
    void fillKept(QMenu *menu);
    QStringList kept() const;
    void keep(const QStringList &queries);
    void showPause();

    TrafficFilter &m_filter;
    TrafficModel &m_model;
    Preferences &m_preferences;
    QLineEdit *m_field;
    QPushButton *m_kept;
    QPushButton *m_pause;
    QLabel *m_count;
    QWidget *m_chips;
    QHBoxLayout *m_chipRow;
    bool m_isSetting = false; ///< the text comes from here and not from the keys
    QTimer m_soon;            ///< typing is let come to rest
};

} // namespace gatehouse::ui
