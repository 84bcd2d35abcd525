// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QSplitter;

namespace gatehouse::ui {

class AuditDetail;
class Preferences;
class SectionView;
class Session;

/// Who changed what and when: the gateway's audit log, and what each change did.
class AuditPage : public Page
{
    Q_OBJECT
public:
    AuditPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

private:
    QWidget *makeFilters();
    void filter();
    void onChanged();

    Preferences &m_preferences;
    QComboBox *m_kind;
    QComboBox *m_action;
    QLabel *m_count;
    QSplitter *m_split;
    SectionView *m_lines;
    AuditDetail *m_detail;
};

} // namespace gatehouse::ui
