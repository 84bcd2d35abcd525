// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_record.h"

#include <QWidget>

#include <memory>

namespace gatehouse::ui {

/// What the tabs share; bodies are large, and nobody changes them.
using SharedRecord = std::shared_ptr<const TrafficRecord>;

/// One way to look at a request. Owned by the detail pane, which gives it a record only while it is seen.
class RecordTab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setRecord(const SharedRecord &record) = 0;
};

} // namespace gatehouse::ui
