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
        if (deployment.configLine != 0)
            ids.emplace(deployment.configLine, deployment.id);
    }
    return ids;
}

bool isAt(const std::string &file, const std::string &revision)
{
    const auto shown = wire::JsonObject::parse(file);
    return shown && wire::jsonString(shown->find("revision")) == revision;
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
    // Another text may be in use when the desk answers; the ids are those of this one.
    const auto tell = [ids = idsOf(*context.snapshot), revision = context.snapshot->fileRevision](config::FileAnswer answer) {
        if (answer.status == 200)
            answer.json = fileModels(answer.json, isAt(answer.json, revision) ? ids : config::IdsByLine());
        return answer;
    };
    askConfigDesk(context, std::move(inbound), config::FileQuestion::Kind::Show, tell);
}

} // namespace gatehouse::admin
