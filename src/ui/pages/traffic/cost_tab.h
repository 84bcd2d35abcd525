// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/traffic/record_tab.h"

class QLabel;
class QTreeWidget;

namespace gatehouse::ui {

/// What it cost, by kind of token: how many, at which price, and the sum.
class CostTab : public RecordTab
{
    Q_OBJECT
public:
    explicit CostTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

private:
    QTreeWidget *m_lines;
    QLabel *m_nothing;
};

} // namespace gatehouse::ui
