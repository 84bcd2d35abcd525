// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/spend_digest.h"

#include "gateway/store/report.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::pipeline {

namespace {

constexpr std::int64_t mostLines = 10;

/// A list of the report: a rollup and its column, and where the names of what stands there are kept.
struct Section {
    std::string_view member;
    const store::Rollup &rollup;
    std::string_view column;
    people::Kind kind;
    std::string_view nameField; ///< empty = the value is its name
};

std::int64_t dayOf(Clock::Wall wall)
{
    return std::chrono::floor<std::chrono::days>(wall).time_since_epoch().count();
}

std::string nameOf(const Section &section, const std::string &id, const people::Directory &directory)
{
    const auto record = section.nameField.empty() || id.empty() ? nullptr : directory.find(section.kind, id);
    const auto read = record ? wire::JsonObject::parse(record->json) : Result<wire::JsonObject>(wire::JsonObject());
    const auto name = read ? wire::jsonString(read->find(section.nameField)) : std::nullopt;
    constexpr std::size_t enough = 12; // of a hash
    if (name && !name->empty())
        return *name;
    return section.nameField.empty() ? id : id.substr(0, enough);
}

void writeSection(wire::JsonWriter &json, const Section &section, const std::vector<store::ReportLine> &lines,
    const people::Directory &directory)
{
    json.key(section.member).beginArray();
    for (const store::ReportLine &line : lines) {
        json.beginObject().key("name").string(nameOf(section, line.name, directory));
        json.key("spend").raw(dollars(line.spend)).key("requests").number(line.requests).endObject();
    }
    json.endArray();
}

} // namespace

store::Keeper::Question spendDigest(Clock::Wall begin, Clock::Wall end, const people::Directory &directory)
{
    return [begin, end, &directory](store::Database &database) -> Result<std::string> {
        store::ReportFilter filter;
        filter.firstDay = dayOf(begin);
        filter.lastDay = dayOf(end) - 1;
        const auto total = store::totalOf(database, filter);
        if (!total)
            return Failure {total.error()};
        wire::JsonWriter json;
        json.beginObject().key("total").raw(dollars(*total));
        const Section sections[] {{"keys", store::dailySpend, "api_key", people::Kind::Key, "key_alias"},
            {"teams", store::dailySpend, "team_id", people::Kind::Team, "team_alias"},
            {"models", store::dailySpend, "model_group", people::Kind::Model, ""},
            {"tags", store::dailyTagSpend, "tag", people::Kind::Tag, ""}};
        for (const Section &section : sections) {
            const auto lines = store::linesBy(database, section.rollup, section.column, filter, mostLines);
            if (!lines)
                return Failure {lines.error()};
            writeSection(json, section, *lines, directory);
        }
        return json.endObject().take();
    };
}

} // namespace gatehouse::pipeline
