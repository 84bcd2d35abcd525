// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/written_models.h"

#include "gateway/config/environment.h"
#include "gateway/config/schema.h"
#include "gateway/config/secrecy.h"
#include "gateway/config/yaml.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::config {

namespace {

bool isCredential(const std::string &section, const std::string &key)
{
    const Key *row = findKey("model_list[0]." + section + "." + key);
    const bool isKnown = row && !row->path.ends_with('*');
    return isKnown ? row->type == Type::Secret : soundsSecret(key);
}

/// \a value with what is secret in it hidden; of a credential all but references.
Value hidden(const Value &value, bool isSecret)
{
    if (value.kind() == Value::Kind::Map) {
        std::vector<Value::Entry> entries;
        for (const auto &[key, each] : value.entries())
            entries.emplace_back(key, hidden(each, isSecret || soundsSecret(key)));
        return Value::map(std::move(entries));
    }
    if (value.kind() == Value::Kind::List) {
        std::vector<Value> items;
        for (const Value &each : value.items())
            items.push_back(hidden(each, isSecret));
        return Value::list(std::move(items));
    }
    const bool isWords = value.kind() == Value::Kind::String && referenceIn(value).kind == Reference::Kind::None;
    return isWords && (isSecret || holdsPassword(value.asString())) ? value.asHidden() : value;
}

Value shownSection(const Value &values, const std::string &section)
{
    std::vector<Value::Entry> entries;
    for (const auto &[key, value] : values.entries()) {
        const bool areHeaders = key == "extra_headers" || key == "headers";
        entries.emplace_back(key, hidden(value, areHeaders || isCredential(section, key)));
    }
    return Value::map(std::move(entries));
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
        json.key(section).raw(shownSection(entry.find(section), section).show());
    json.endObject();
}

} // namespace

std::string writtenModels(const std::string &text, const IdsByLine &ids)
{
    std::vector<Diagnostic> said;
    const Value root = readYaml(text, {}, said);
    wire::JsonWriter json;
    json.beginObject().key("models").beginArray();
    std::int64_t index = 0;
    for (const Value &entry : root.find("model_list").items())
        writeEntry(json, entry, index++, ids);
    const Value aliases = root.find("router_settings").find("model_group_alias");
    json.endArray().key("aliases").raw(aliases.kind() == Value::Kind::Map ? aliases.show() : "{}");
    return json.endObject().take();
}

} // namespace gatehouse::config
