// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/answers.h"
#include "gateway/admin/route_explain.h"

namespace gatehouse::admin {

namespace {

void writeGroup(wire::JsonWriter &json, const routing::Group &group)
{
    json.beginObject().key("name").string(group.name).key("unserved");
    if (group.deployments.empty())
        json.string(group.unserved);
    else
        json.null();
    json.key("deployments").beginArray();
    for (const Deployment *deployment : group.deployments) {
        json.beginObject().key("id").string(deployment->id).key("model").string(deployment->litellmModel);
        json.key("provider").string(deployment->provider.name).key("order");
        json.numberOrNull(deployment->order).endObject();
    }
    json.endArray().endObject();
}

void writeAliases(wire::JsonWriter &json, const routing::Table &rules)
{
    json.key("aliases").beginArray();
    for (const auto &[name, alias] : rules.aliases) {
        json.beginObject().key("name").string(name).key("hidden").boolean(alias.hidden).key("targets").beginArray();
        for (const auto &[model, weight] : alias.targets)
            json.beginObject().key("model").string(model).key("weight").number(weight).endObject();
        json.endArray().endObject();
    }
    json.endArray();
}

void writeFallbacks(wire::JsonWriter &json, const char *name, const wire::Fallbacks &fallbacks)
{
    json.key(name).beginObject();
    for (const auto &[group, list] : fallbacks) {
        json.key(group).beginArray();
        for (const wire::Fallback &each : list) {
            json.beginObject().key("model").string(each.model).key("changes").raw(each.changes.empty() ? "null" : each.changes);
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();
}

} // namespace

void showRouteMap(pipeline::Context &context, pipeline::Inbound inbound)
{
    const routing::Router &router = context.snapshot->router;
    const routing::Table &rules = router.rules();
    wire::JsonWriter json;
    json.beginObject().key("strategy").string(routing::toString(rules.strategy.strategy));
    json.key("max_fallbacks").number(std::int64_t(rules.maxFallbacks)).key("groups").beginArray();
    for (const routing::Group &group : router.groups())
        writeGroup(json, group);
    json.endArray();
    writeAliases(json, rules);
    writeFallbacks(json, "fallbacks", rules.fallbacks);
    writeFallbacks(json, "context_window_fallbacks", rules.contextWindowFallbacks.value_or(wire::Fallbacks()));
    writeFallbacks(json, "content_policy_fallbacks", rules.contentPolicyFallbacks.value_or(wire::Fallbacks()));
    answerJson(inbound, json.endObject().take());
}

} // namespace gatehouse::admin
