// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/gateway_info.h"

#include "gateway/admin/later_answer.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/metrics/process.h"
#include "gateway/people/fields.h"
#include "gateway/store/storage_facts.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::admin {

namespace {

void writeSince(wire::JsonWriter &json)
{
    json.key("started_at");
    for (const observe::metrics::Sample &sample : observe::metrics::processSamples()) {
        if (sample.metric != "process_start_time_seconds")
            continue;
        const auto since = std::chrono::duration_cast<Clock::Wall::duration>(std::chrono::duration<double>(sample.value));
        json.string(people::isoTime(Clock::Wall(since)));
        return;
    }
    json.null();
}

void writeJournal(wire::JsonWriter &json, const store::Journal &journal)
{
    std::int64_t bytes = 0;
    if (journal.isOpen()) {
        for (const store::Segment &segment : journal.segments())
            bytes += static_cast<std::int64_t>(segment.bytes);
    }
    json.key("journal").beginObject().key("open").boolean(journal.isOpen());
    json.key("writable").boolean(journal.isWritable()).key("bytes").number(bytes).endObject();
}

void writeKept(wire::JsonWriter &json, std::string_view name, std::size_t count, std::uint64_t bytes)
{
    json.key(name).beginObject().key("count").number(static_cast<std::int64_t>(count));
    json.key("bytes").number(static_cast<std::int64_t>(bytes)).endObject();
}

void writeDatabase(wire::JsonWriter &json, const Result<std::string> &facts)
{
    json.key("database");
    if (facts)
        json.raw(*facts);
    else
        json.null();
    json.key("database_problem");
    if (facts)
        json.null();
    else
        json.string(facts.error().message);
}

std::string infoJson(
    const pipeline::Shared &shared, bool hasMasterKey, const Result<std::string> &facts, const observe::traffic::Book &traffic)
{
    wire::JsonWriter json;
    json.beginObject().key("version").string(GATEHOUSE_VERSION);
    writeSince(json);
    json.key("has_master_key").boolean(hasMasterKey);
    writeDatabase(json, facts);
    writeJournal(json, shared.journal);
    json.key("capture").beginObject();
    writeKept(json, "on_disk", traffic.disk().count(), traffic.disk().bytes());
    writeKept(json, "in_memory", traffic.count(), traffic.bytes());
    return json.endObject().endObject().take();
}

} // namespace

void showGatewayInfo(pipeline::Context &context, pipeline::Inbound inbound)
{
    pipeline::Shared &shared = context.shared;
    const bool hasMasterKey = !context.snapshot->settings.auth.masterKey.isEmpty();
    LaterAnswer::begin(context, std::move(inbound), [&shared, hasMasterKey](const LaterAnswer::Done &done) {
        // First the store and then those who look on: they outlive it.
        shared.keeper.ask(store::storageFacts, [&shared, hasMasterKey, done](const Result<std::string> &facts) {
            shared.observer.ask([&shared, hasMasterKey, done, facts](observe::Lookout &lookout) {
                done(infoJson(shared, hasMasterKey, facts, lookout.traffic()));
            });
        });
    });
}

} // namespace gatehouse::admin
