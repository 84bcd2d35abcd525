// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/any_provider.h"

#include "gateway/providers/compile.h"
#include "gateway/providers/table.h"

namespace gatehouse::pipeline {

namespace {

using config::Value;

bool isAnyModel(const Value &entry)
{
    const Value params = entry.find("litellm_params");
    const std::string group = entry.find("model_name").asString();
    const bool isOneProvider = params.has("custom_llm_provider") || params.has("api_base") || params.has("base_url")
        || params.has("api_key") || params.has("mock_response");
    return params.find("model").asString() == "*" && group.find('*') != group.npos && group.find('*') == group.rfind('*')
        && !isOneProvider;
}

Value entryFor(const Value &entry, const std::string &provider)
{
    const Value info = entry.find("model_info");
    std::string group = entry.find("model_name").asString();
    group.insert(group.find('*'), provider + "/");
    Value result = entry.with("model_name", Value::string(std::move(group)))
                       .with("litellm_params", entry.find("litellm_params").with("model", Value::string(provider + "/*")));
    if (info.has("id"))
        result = result.with("model_info", info.with("id", Value::string(info.find("id").asString() + "/" + provider)));
    return result;
}

bool isSet(std::string_view names, const config::Environment &environment)
{
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find('|'));
        if (const auto value = environment(std::string(name)); value && !value->empty())
            return true;
        names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    return false;
}

bool canBeCalled(const Value &entry, const providers::Provider &row, const config::Environment &environment)
{
    const auto deployment = providers::compile(entry, environment);
    if (!deployment)
        return false;
    const bool hasCloud = deployment->cloud.isUsed() && deployment->cloud.problem.empty();
    return !deployment->apiKey.isEmpty() || hasCloud || isSet(row.baseVariables, environment);
}

} // namespace

std::vector<Value> entriesOf(const Value &entry, const config::Environment &environment)
{
    std::vector<Value> entries {entry};
    if (!isAnyModel(entry))
        return entries;
    for (const providers::Provider &row : providers::table()) {
        Value one = entryFor(entry, std::string(row.name));
        if (!row.operations.empty() && canBeCalled(one, row, environment))
            entries.push_back(std::move(one));
    }
    return entries;
}

} // namespace gatehouse::pipeline
