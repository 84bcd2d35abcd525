// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_tree.h"

#include "gateway/config/hidden_secrets.h"
#include "gateway/config/yaml.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

void writeTree(wire::JsonWriter &json, const config::Value &root, const std::vector<std::string> &sections)
{
    json.key("tree").beginObject();
    for (const auto &[name, value] : root.entries()) {
        if (sections.empty() || std::find(sections.begin(), sections.end(), name) != sections.end())
            json.key(name).raw(value.show());
    }
    json.endObject();
}

} // namespace

std::string configTree(const std::string &file, const std::vector<std::string> &sections)
{
    const auto shown = wire::JsonObject::parse(file);
    const std::string text = shown ? wire::jsonString(shown->find("text")).value_or(std::string()) : std::string();
    std::vector<config::Diagnostic> problems;
    const config::Value root = config::withHiddenSecrets(config::readYaml(text, "config.yaml", problems));
    wire::JsonWriter json;
    json.beginObject();
    for (const char *name : {"path", "revision", "writable", "why_not_writable"}) {
        const std::string_view raw = shown ? shown->find(name) : std::string_view();
        json.key(name).raw(raw.empty() ? "null" : raw);
    }
    writeTree(json, root, sections);
    return json.endObject().take();
}

} // namespace gatehouse::admin
