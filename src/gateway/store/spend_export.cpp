// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_export.h"

#include "gateway/store/record_text.h"
#include "gateway/store/spend_row.h"

#include <array>

namespace gatehouse::store {

namespace {

enum class Cell { Text, Json, Number, Tokens, Time, Dollars };

/// A column of the CSV file, and what of a row stands in it.
struct CsvColumn {
    std::string_view title, name;
    Cell cell = Cell::Text;
};
constexpr std::array<CsvColumn, 32> csvColumns {{
    {"request_id", "request_id"},
    {"call_id", "call_id"},
    {"startTime", "started_at", Cell::Time},
    {"endTime", "ended_at", Cell::Time},
    {"call_type", "call_type"},
    {"api_key", "api_key"},
    {"key_alias", "key_alias"},
    {"user", "user_id"},
    {"team_id", "team_id"},
    {"team_alias", "team_alias"},
    {"organization_id", "organization_id"},
    {"project_id", "project_id"},
    {"end_user", "end_user"},
    {"session_id", "session_id"},
    {"request_tags", "tags", Cell::Json},
    {"requester_ip_address", "requester_ip"},
    {"model", "model"},
    {"model_group", "model_group"},
    {"model_id", "model_id"},
    {"custom_llm_provider", "custom_llm_provider"},
    {"prompt_tokens", "prompt_tokens", Cell::Number},
    {"completion_tokens", "completion_tokens", Cell::Number},
    {"total_tokens", "", Cell::Tokens},
    {"cache_read_input_tokens", "cached_read_tokens", Cell::Number},
    {"cache_creation_input_tokens", "cache_write_tokens", Cell::Number},
    {"reasoning_tokens", "reasoning_tokens", Cell::Number},
    {"spend", "spend_nanos", Cell::Dollars},
    {"spend_nano_dollars", "spend_nanos", Cell::Number},
    {"outcome", "outcome"},
    {"http_status", "http_status", Cell::Number},
    {"error_class", "fault"},
    {"error_message", "error"},
}};

constexpr std::string_view lineEnd = "\r\n";

// As RFC 4180 writes it, and no formula.
std::string quoted(const std::string &text)
{
    const bool isFormula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool isPlain = !isFormula && text.find_first_of("\",\r\n") == std::string::npos;
    if (isPlain)
        return text;
    std::string out = isFormula ? "\"'" : "\"";
    for (const char c : text)
        out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string cellOf(const SpendRow &row, const CsvColumn &column)
{
    switch (column.cell) {
    case Cell::Text: return quoted(row.text(column.name));
    case Cell::Json: return quoted(row.json(column.name, ""));
    case Cell::Number: return std::to_string(row.number(column.name));
    case Cell::Tokens: return std::to_string(row.number("prompt_tokens") + row.number("completion_tokens"));
    case Cell::Time: return isoTime(row.number(column.name));
    case Cell::Dollars: return row.money(column.name);
    }
    return {};
}

void addCsv(std::string &text, const SpendRow &row)
{
    for (const CsvColumn &column : csvColumns)
        text.append(&column == csvColumns.data() ? "" : ",").append(cellOf(row, column));
    text += lineEnd;
}

void addJson(std::string &text, const SpendRow &row, bool isFirst)
{
    wire::JsonWriter json;
    writeSpendRow(json, row);
    text.append(isFirst ? "\n" : ",\n").append(json.text());
}

std::string titles()
{
    std::string line;
    for (const CsvColumn &column : csvColumns)
        line.append(line.empty() ? "" : ",").append(column.title);
    return line.append(lineEnd);
}

} // namespace

std::string_view exportHead(ExportFormat format)
{
    static const std::string csv = titles();
    return format == ExportFormat::Csv ? std::string_view(csv) : "[";
}

std::string_view exportTail(ExportFormat format)
{
    return format == ExportFormat::Csv ? "" : "\n]\n";
}

Result<ExportPart> exportRows(
    Database &database, const SpendFilter &filter, ExportFormat format, const ExportPart &last, std::int64_t most)
{
    const bool isFirst = last.startedAt == INT64_MIN;
    Condition condition = filter.condition();
    if (!isFirst)
        condition.add(QStringLiteral("(started_at, receipt_id) > (?, ?)"),
            {static_cast<qlonglong>(last.startedAt), sqlText(last.receiptId)});
    auto query = select(database,
        QStringLiteral("SELECT %1 FROM spend_logs%2 ORDER BY started_at, receipt_id LIMIT %3")
            .arg(SpendRow::selected(), condition.where())
            .arg(most),
        condition.values());
    if (!query)
        return Failure {query.error()};
    ExportPart part;
    std::int64_t count = 0;
    for (; query->next(); ++count) {
        const SpendRow row(*query);
        if (format == ExportFormat::Csv)
            addCsv(part.text, row);
        else
            addJson(part.text, row, isFirst && count == 0);
        part.startedAt = row.number("started_at");
        part.receiptId = row.receiptId();
    }
    part.isLast = count < most;
    return part;
}

} // namespace gatehouse::store
