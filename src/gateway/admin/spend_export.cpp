// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/spend_export.h"

#include "gateway/admin/spend_question.h"

namespace gatehouse::admin {

namespace {

wire::Head headOf(store::ExportFormat format)
{
    const bool isCsv = format == store::ExportFormat::Csv;
    return {200,
        {{"content-type", isCsv ? "text/csv; charset=utf-8" : "application/json"},
            {"content-disposition", isCsv ? "attachment; filename=\"spend.csv\"" : "attachment; filename=\"spend.json\""}}};
}

} // namespace

void exportSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string format = inbound.request.queryValue("format");
    if (!format.empty() && format != "csv" && format != "json")
        return answerError(inbound, {Fault::InvalidRequest, "format must be csv or json", 0, {}, "format"});
    SpendExport::begin(context, std::move(inbound), format == "json" ? store::ExportFormat::Json : store::ExportFormat::Csv);
}

void SpendExport::begin(pipeline::Context &context, pipeline::Inbound inbound, store::ExportFormat format)
{
    auto filter = filterOf(inbound);
    if (!filter)
        return answerError(inbound, filter.error());
    auto *whole = new SpendExport(context, std::move(inbound), format);
    whole->m_filter = std::move(*filter);
    // What comes while it is read is not in it, or it might never end.
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(context.clock.wall().time_since_epoch()).count();
    whole->m_filter.end = std::min<std::int64_t>(whole->m_filter.end.value_or(now), now);
    whole->ask();
}

SpendExport::SpendExport(pipeline::Context &context, pipeline::Inbound inbound, store::ExportFormat format)
    : PendingAnswer(context, std::move(inbound))
    , m_format(format)
    , m_part(std::make_shared<Result<store::ExportPart>>(store::ExportPart {}))
{
}

void SpendExport::ask()
{
    const auto come = std::make_shared<PartCome>();
    connect(come.get(), &PartCome::come, this, &SpendExport::onPart, Qt::QueuedConnection);
    const store::ExportPart last {{}, (*m_part)->startedAt, (*m_part)->receiptId, false};
    const auto part = std::make_shared<Result<store::ExportPart>>(store::ExportPart {});
    m_part = part;
    m_context.shared.keeper.ask(
        [filter = m_filter, format = m_format, last, part](store::Database &database) -> Result<std::string> {
            *part = store::exportRows(database, filter, format, last);
            return *part ? Result<std::string>(std::string()) : Result<std::string>(Failure {part->error()});
        },
        [come, part](const Result<std::string> &answer) {
            if (!answer)
                *part = Failure {answer.error()};
            Q_EMIT come->come();
        });
}

void SpendExport::onPart()
{
    if (hasEnded())
        return;
    if (!*m_part)
        return fail(m_part->error());
    wire::Reply &reply = *m_inbound.reply;
    if (!std::exchange(m_begun, true)) {
        reply.begin(headOf(m_format));
        reply.write(store::exportHead(m_format));
    }
    reply.write((*m_part)->text);
    if ((*m_part)->isLast) {
        reply.write(store::exportTail(m_format));
        reply.end();
        return end();
    }
    m_waits = reply.pending() > wire::Reply::highWater;
    if (!m_waits)
        ask();
}

void SpendExport::onClientDrained()
{
    if (!hasEnded() && std::exchange(m_waits, false))
        ask();
}

// Half a file must not look like a whole one.
void SpendExport::fail(const Error &error)
{
    if (!m_begun)
        return refuse(error);
    m_inbound.reply->abort();
    end();
}

void SpendExport::shutDown()
{
    if (!hasEnded())
        fail({Fault::ShuttingDown, "the gateway is shutting down; please try again"});
}

} // namespace gatehouse::admin
