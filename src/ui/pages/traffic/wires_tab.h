// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/traffic/record_tab.h"

class QComboBox;

namespace gatehouse::ui {

class Segments;
class WirePane;

/// The four wires: what the caller sent beside what the provider was sent, and what the provider answered beside what the caller
/// got.
class WiresTab : public RecordTab
{
    Q_OBJECT
public:
    explicit WiresTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

private:
    void fillAttempts();
    void showWires();

    SharedRecord m_record;
    Segments *m_way;
    QComboBox *m_attempt;
    WirePane *m_caller;
    WirePane *m_provider;
};

} // namespace gatehouse::ui
