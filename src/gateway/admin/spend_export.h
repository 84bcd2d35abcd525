// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/pending_answer.h"
#include "gateway/store/spend_export.h"

#include <QObject>

#include <memory>

namespace gatehouse::admin {

/// Carries the news that a part of an export is there from the store's thread to its worker.
class PartCome final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void come();
};

/// The calls that are meant as a file of CSV or JSON, read part by part as the client takes it. Lives on one worker's thread and
/// deletes itself.
class SpendExport final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, store::ExportFormat format);
    void shutDown() override;

private:
    SpendExport(pipeline::Context &context, pipeline::Inbound inbound, store::ExportFormat format);
    void onClientDrained() override;
    void ask();
    void onPart();
    void fail(const Error &error);

    store::ExportFormat m_format;
    store::SpendFilter m_filter = {};
    std::shared_ptr<Result<store::ExportPart>> m_part; // written on the store's thread before it is told
    bool m_begun = false, m_waits = false;
};

/// GET /spend/export?format=csv|json with the filters of /spend/logs.
void exportSpend(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
