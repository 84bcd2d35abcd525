// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/config.h"

#include "gateway/config/entries.h"
#include "gateway/config/environment.h"
#include "gateway/config/lint.h"
#include "gateway/config/lookup.h"
#include "gateway/config/overlay.h"
#include "gateway/config/reader.h"
#include "gateway/config/report.h"
#include "gateway/config/secrecy.h"
#include "gateway/config/text_file.h"
#include "gateway/config/yaml.h"
#include "gateway/core/result.h"

#include <algorithm>
#include <filesystem>

namespace gatehouse::config {

namespace {

using Level = Diagnostic::Level;
namespace fs = std::filesystem;

std::string absolute(const fs::path &path)
{
    std::error_code error;
    const fs::path result = fs::absolute(path, error);
    return (error ? path : result).lexically_normal().string();
}

Value extended(const Value &list, const Value &more)
{
    std::vector<Value> items = list.items();
    items.insert(items.end(), more.items().begin(), more.items().end());
    return Value::list(std::move(items), list.mark()).withKeyMark(list.keyMark());
}

/// LiteLLM's rule: lists grow, everything else of the included file replaces what stands in the main one.
Value merged(Value main, const Value &included, std::vector<Diagnostic> &diagnostics)
{
    for (const auto &[key, value] : included.entries()) {
        const Value known = main.find(key);
        const bool isBothLists = known.kind() == Value::Kind::List && value.kind() == Value::Kind::List;
        if (key == "include")
            diagnostics.push_back({Level::Warning, value.keyMark(),
                "'include' inside an included file is not followed; name the file in the main one"});
        else if (isBothLists)
            main = main.with(key, extended(known, value));
        else
            main = main.with(key, value);
        if (!known.isNull() && !isBothLists && key != "include")
            diagnostics.push_back({Level::Warning, value.keyMark(),
                "'" + safeName(key) + "' of this included file replaces the one at " + known.keyMark().file + ":"
                    + std::to_string(known.keyMark().line) + " as a whole; keep it in one of the files"});
    }
    return main;
}

void include(Config &config, const Value &item, const fs::path &folder)
{
    const std::string path = (folder / item.asString()).lexically_normal().string();
    config.files.push_back(absolute(path)); // a missing one is watched too, so that it is seen when it comes
    const auto text = readText(path);
    if (!text) {
        config.diagnostics.push_back({Level::Error, item.mark(),
            "cannot include " + path + ": " + text.error() + "; the path is relative to the main file's folder"});
        return;
    }
    const Value included = readYaml(*text, path, config.diagnostics);
    if (included.kind() == Value::Kind::Map)
        config.root = merged(config.root, included, config.diagnostics);
    else if (config.ok())
        config.diagnostics.push_back(
            {Level::Error, {path, 1, 1}, "an included file must be a map of sections such as model_list"});
}

void includeAll(Config &config, const std::string &name)
{
    const Value list = config.root.find("include");
    const fs::path folder = fs::path(name).parent_path();
    for (const Value &item : list.kind() == Value::Kind::String ? std::vector {list} : list.items()) {
        if (item.kind() == Value::Kind::String)
            include(config, item, folder);
    }
}

/// The administrator's key may stand in the environment alone.
void addMasterKey(Config &config)
{
    const Value general = config.root.find("general_settings");
    const bool hasKey = !general.find("master_key").asString().empty();
    const auto key = config.environment("LITELLM_MASTER_KEY");
    // An error about the key that was named must not be papered over by another key.
    if (hasKey || !config.ok() || !key || key->empty())
        return;
    config.root = config.root.with("general_settings", general.with("master_key", Value::string(*key, general.mark(), true)));
}

/// What was added at run time. Models and settings among it count where that was asked for.
void addStored(Config &config, const Sources &sources, Lookup &lookup)
{
    if (!sources.stored || !config.ok())
        return;
    Stored stored = sources.stored(saltKeyOf(config));
    if (!storesModels(config)) {
        stored.models.clear();
        stored.settings.clear();
    }
    overlay(config, stored, lookup);
}

Config failed(const std::string &name, const Sources &sources, std::string message)
{
    Config config;
    config.environment = sources.environment;
    config.diagnostics.push_back({Level::Error, {name, 0, 0}, std::move(message)});
    return config;
}

Config read(const std::string &text, const std::string &name, const Sources &sources)
{
    Config config;
    config.environment = sources.environment;
    config.root = readYaml(text, name, config.diagnostics);
    if (!config.ok())
        return config;
    if (config.root.kind() != Value::Kind::Map) {
        const bool isEmpty = config.root.isNull();
        return failed(name, sources,
            isEmpty ? "the file is empty; write at least a model_list" : "the file must be a map of sections such as model_list");
    }
    includeAll(config, name);
    Lookup lookup(sources, fs::path(name).parent_path().string());
    config.environment = withVariables(lookup, config.root.find("environment_variables"));
    lookup.use(config.environment);
    config.root = Reader(lookup, config.diagnostics).read(config.root);
    config.files.insert(config.files.end(), lookup.files().begin(), lookup.files().end());
    addMasterKey(config);
    addStored(config, sources, lookup);
    config.root = completed(config.root, config.diagnostics);
    lint(config);
    sortByPlace(config.diagnostics, name);
    return config;
}

} // namespace

Config load(const std::string &path, const Sources &sources)
{
    const auto text = readText(path);
    if (text)
        return parseFile(*text, path, sources);
    Config config = failed(path, sources, "cannot read this file: " + text.error() + "; check the path given with --config");
    config.files.insert(config.files.begin(), absolute(path));
    return config;
}

Config parseFile(const std::string &text, const std::string &path, const Sources &sources)
{
    Config config = read(text, path, sources);
    config.files.insert(config.files.begin(), absolute(path));
    return config;
}

Config parse(std::string text, const std::string &name, const Sources &sources)
{
    return read(text, name, sources);
}

} // namespace gatehouse::config
