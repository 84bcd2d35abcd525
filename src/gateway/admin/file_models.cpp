// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/file_models.h"

#include "gateway/admin/config_doors.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::admin {

namespace {

config::IdsByLine idsOf(const pipeline::Snapshot &snapshot)
{
    config::IdsByLine ids;
    for (const Deployment &deployment : snapshot.router.deployments()) {
        const auto info = wire::JsonObject::parse(deployment.shownInfo.empty() ? "{}" : deployment.shownInfo);
        const auto line = info ? wire::jsonNumber(info->find("config_line")) : std::nullopt;
        if (line)
            ids.emplace(static_cast<int>(*line), deployment.id);
    }
    return ids;
}

} // namespace

std::string fileModels(const std::string &file, const config::IdsByLine &ids)
{
    const auto shown = wire::JsonObject::parse(file);
    if (!shown)
        return {};
    const bool isInUse = shown->find("revision") == shown->find("in_use");
    const std::string text = wire::jsonString(shown->find("text")).value_or("");
    const auto written = wire::JsonObject::parse(config::writtenModels(text, isInUse ? ids : config::IdsByLine()));
    wire::JsonWriter json;
    json.beginObject();
    for (const char *name : {"revision", "in_use", "writable", "demo"}) {
        if (shown->has(name))
            json.key(name).raw(shown->find(name));
    }
    for (const char *name : {"models", "aliases"})
        json.key(name).raw(written ? written->find(name) : "null");
    return json.endObject().take();
}

void listFileModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto ids = idsOf(*context.snapshot);
    askConfigDesk(context, std::move(inbound), config::FileQuestion::Kind::Show, [ids](config::FileAnswer answer) {
        if (answer.status == 200)
            answer.json = fileModels(answer.json, ids);
        return answer;
    });
}

} // namespace gatehouse::admin
