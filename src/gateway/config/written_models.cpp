// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/written_models.h"

#include "gateway/config/hidden_secrets.h"
#include "gateway/config/yaml.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::config {

namespace {

std::string shownMap(const Value &value)
{
    return value.kind() == Value::Kind::Map ? value.show() : "{}";
}

void writeEntry(wire::JsonWriter &json, const Value &entry, std::int64_t index, const IdsByLine &ids)
{
    const int line = entry.mark().line;
    json.beginObject().key("index").number(index).key("line").number(std::int64_t(line)).key("ids").beginArray();
    const auto [first, last] = ids.equal_range(line);
    for (auto id = first; id != last; ++id)
        json.string(id->second);
    json.endArray().key("model_name").string(entry.find("model_name").asString());
    for (const char *section : {"litellm_params", "model_info"})
        json.key(section).raw(shownMap(entry.find(section)));
    json.endObject();
}

} // namespace

std::string writtenModels(const std::string &text, const IdsByLine &ids)
{
    std::vector<Diagnostic> said;
    const Value root = withHiddenSecrets(readYaml(text, {}, said));
    wire::JsonWriter json;
    json.beginObject().key("models").beginArray();
    std::int64_t index = 0;
    for (const Value &entry : root.find("model_list").items())
        writeEntry(json, entry, index++, ids);
    const Value aliases = root.find("router_settings").find("model_group_alias");
    json.endArray().key("aliases").raw(shownMap(aliases));
    return json.endObject().take();
}

} // namespace gatehouse::config
