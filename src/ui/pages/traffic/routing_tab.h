// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/traffic/record_tab.h"

class QTreeWidget;

namespace gatehouse::ui {

/// Why it went where it went: each choice with its candidates and what became of them.
class RoutingTab : public RecordTab
{
    Q_OBJECT
public:
    explicit RoutingTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

private:
    QTreeWidget *m_tree;
};

} // namespace gatehouse::ui
