// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/traffic/record_tab.h"

namespace gatehouse::ui {

class ProseView;

/// What the provider's prompt cache did, and why it missed what it missed.
class CacheTab : public RecordTab
{
    Q_OBJECT
public:
    explicit CacheTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

private:
    ProseView *m_view;
};

} // namespace gatehouse::ui
