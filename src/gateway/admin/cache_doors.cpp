// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/cache_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::admin {

namespace {

using cache::Settings;
using wire::JsonWriter;

std::string typeOf(const Settings &settings)
{
    return settings.place == Settings::Place::Redis ? "redis" : "local";
}

std::string paramsOf(const Settings &settings)
{
    constexpr double second = 1000;
    JsonWriter json;
    json.beginObject().key("supported_call_types").beginArray();
    for (const std::string &type : settings.callTypes)
        json.string(type);
    json.endArray().key("type").string(typeOf(settings)).key("namespace").stringOrNull(settings.nameSpace);
    json.key("ttl").number(static_cast<double>(settings.ttl.count()) / second);
    return json.key("mode").string(settings.mustBeAskedFor ? "default_off" : "default_on").endObject().take();
}

std::string healthyJson(const Settings &settings)
{
    const bool isRedis = settings.place == Settings::Place::Redis;
    JsonWriter json;
    json.beginObject().key("status").string("healthy").key("cache_type").string(typeOf(settings)).key("ping_response");
    isRedis ? json.boolean(true) : json.null();
    json.key("set_cache_response").stringOrNull(isRedis ? "success" : "");
    json.key("litellm_cache_params").string(paramsOf(settings)).key("health_check_cache_params").null();
    return json.endObject().take();
}

Error unhealthy(const std::string &why)
{
    return {Fault::ServiceUnavailable, "Service Unhealthy (" + why + ")", 503, "cache_ping_error", "None"};
}

Error noCache()
{
    return unhealthy("Cache not initialized. litellm.cache is None");
}

const std::string success = R"({"status":"success"})";

// INFO's lines are "name:value"; those that begin with "#" are headings.
std::string infoJson(std::string_view info)
{
    JsonWriter json;
    json.beginObject().key("info").beginObject();
    for (std::size_t at = 0; at < info.size();) {
        const std::size_t end = std::min(info.find("\r\n", at), info.size());
        const std::string_view line = info.substr(at, end - at);
        const std::size_t colon = line.find(':');
        if (!line.starts_with('#') && colon != std::string_view::npos)
            json.key(line.substr(0, colon)).string(line.substr(colon + 1));
        at = end + 2;
    }
    return json.endObject().endObject().take();
}

} // namespace

void pingCache(pipeline::Context &context, pipeline::Inbound inbound)
{
    cache::Cache &cache = context.cache;
    LaterAnswer::begin(context, std::move(inbound), [&cache](const LaterAnswer::Done &done) {
        if (!cache.settings().isOn())
            return done(Failure {noCache()});
        cache.check([done, json = healthyJson(cache.settings())](
                        const Result<> &checked) { checked ? done(json) : done(Failure {unhealthy(checked.error().message)}); });
    });
}

void deleteFromCache(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(inbound.request.body);
    const auto keys = body ? wire::jsonStrings(body->find("keys")) : std::nullopt;
    if (!keys || keys->empty())
        return answerRefusal(inbound, "\"keys\" must be a list of cache keys, as x-litellm-cache-key tells them");
    cache::Cache &cache = context.cache;
    LaterAnswer::begin(context, std::move(inbound), [&cache, &keys](const LaterAnswer::Done &done) {
        if (!cache.settings().isOn())
            return done(Failure {noCache()});
        cache.remove(
            *keys, [done](const Result<std::int64_t> &removed) { removed ? done(success) : done(Failure {removed.error()}); });
    });
}

void flushCache(pipeline::Context &context, pipeline::Inbound inbound)
{
    cache::Cache &cache = context.cache;
    LaterAnswer::begin(context, std::move(inbound), [&cache](const LaterAnswer::Done &done) {
        if (!cache.settings().isOn())
            return done(Failure {noCache()});
        cache.clear([done](const Result<> &cleared) { cleared ? done(success) : done(Failure {cleared.error()}); });
    });
}

void showCacheRedis(pipeline::Context &context, pipeline::Inbound inbound)
{
    cache::Cache &cache = context.cache;
    LaterAnswer::begin(context, std::move(inbound), [&cache](const LaterAnswer::Done &done) {
        cache.describe([done](const Result<std::string> &info) { info ? done(infoJson(*info)) : done(Failure {info.error()}); });
    });
}

} // namespace gatehouse::admin
