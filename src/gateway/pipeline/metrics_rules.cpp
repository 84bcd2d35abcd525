// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/metrics_rules.h"

#include "gateway/config/secrecy.h"
#include "gateway/observe/metrics/registry.h"

#include <algorithm>
#include <cctype>

namespace gatehouse::pipeline {

namespace {

using config::Diagnostic;
using config::Value;
using observe::metrics::findMetric;
using observe::metrics::labelCount;
using observe::metrics::Metric;
using observe::metrics::Shape;
using Notes = std::vector<Diagnostic>;

constexpr std::string_view where = "litellm_settings.prometheus_metrics_config: ";

// What Prometheus allows in a label's name; all else becomes "_".
std::string labelName(std::string text)
{
    for (char &c : text) {
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    }
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())))
        text.insert(text.begin(), '_');
    return text;
}

bool isTaken(const Shape &shape, const std::string &name)
{
    for (std::size_t i = 0; i < labelCount; ++i) {
        if (name == toString(static_cast<observe::metrics::Label>(i)))
            return true;
    }
    const auto has = [&name](const auto &labels) {
        return std::any_of(labels.begin(), labels.end(), [&](const auto &each) { return each.name == name; });
    };
    return name == "le" || name.starts_with("__") || has(shape.metadata) || has(shape.tags);
}

bool isRefused(const Shape &shape, const std::string &name, const Value &entry, Notes &notes)
{
    if (!isTaken(shape, name))
        return false;
    notes.push_back({Diagnostic::Level::Warning, entry.mark(),
        "there is a metric label '" + name + "' already; " + entry.asString() + " becomes none"});
    return true;
}

void readCustomLabels(Shape &shape, const config::Config &config, Notes &notes)
{
    for (const Value &entry : config.get("litellm_settings.custom_prometheus_metadata_labels").items()) {
        const std::string name = labelName(entry.asString());
        std::vector<std::string> path = metadataPath(entry.asString());
        if (path.empty())
            notes.push_back({Diagnostic::Level::Warning, entry.mark(),
                "'" + config::safeName(entry.asString()) + "' is named for a credential, and becomes no label"});
        else if (!isRefused(shape, name, entry, notes))
            shape.metadata.push_back({name, std::move(path)});
    }
    for (const Value &entry : config.get("litellm_settings.custom_prometheus_tags").items()) {
        const std::string name = labelName("tag_" + entry.asString());
        if (!isRefused(shape, name, entry, notes))
            shape.tags.push_back({name, entry.asString()});
    }
}

void complain(Notes &notes, const Value &at, std::string what)
{
    notes.push_back({Diagnostic::Level::Error, at.mark(), std::string(where) + std::move(what)});
}

bool has(const Metric &metric, const Shape &shape, const std::string &label)
{
    for (std::size_t i = 0; i < labelCount; ++i) {
        const auto each = static_cast<observe::metrics::Label>(i);
        if (metric.labels.has(each) && label == toString(each))
            return true;
    }
    const auto isNamed = [&label](const auto &custom) { return custom.name == label; };
    return std::any_of(shape.metadata.begin(), shape.metadata.end(), isNamed)
        || std::any_of(shape.tags.begin(), shape.tags.end(), isNamed);
}

void choose(Shape &shape, const Metric &metric, const Value &group, Notes &notes)
{
    const bool keepsAll = !group.has("include_labels");
    auto [entry, isNew] = shape.chosen->try_emplace(std::string(metric.name));
    if (keepsAll) {
        entry->second.reset();
        return;
    }
    if (isNew)
        entry->second.emplace();
    for (const Value &label : group.find("include_labels").items()) {
        if (!has(metric, shape, label.asString()))
            complain(notes, label,
                std::string(metric.name) + " has no label '" + label.asString() + "'; docs/metrics-table.md has them");
        else if (entry->second)
            entry->second->insert(label.asString());
    }
}

void readChoice(Shape &shape, const config::Config &config, Notes &notes)
{
    const Value groups = config.get("litellm_settings.prometheus_metrics_config");
    if (groups.items().empty())
        return;
    shape.chosen.emplace();
    for (const Value &group : groups.items()) {
        for (const Value &name : group.find("metrics").items()) {
            if (const Metric *metric = findMetric(name.asString()))
                choose(shape, *metric, group, notes);
            else
                complain(notes, name, "there is no metric '" + name.asString() + "'; docs/metrics-table.md has them all");
        }
    }
}

std::size_t countOf(const config::Config &config, const char *key, std::size_t otherwise)
{
    const std::int64_t count = config.get(key).asInt();
    return count > 0 ? static_cast<std::size_t>(count) : otherwise;
}

bool isOn(const config::Config &config, const char *key, bool otherwise = false)
{
    return config.get(key).asBool(otherwise);
}

void readSystem(Shape &shape, const config::Config &config, Notes &notes)
{
    for (const char *key : {"litellm_settings.service_callback", "litellm_settings.service_callbacks"}) {
        const Value given = config.get(key);
        for (const std::string &name : given.asStrings()) {
            if (name == "prometheus_system")
                shape.showsSystem = true;
            else
                notes.push_back(
                    {Diagnostic::Level::Warning, given.mark(), std::string(key) + ": '" + name + "' does nothing yet"});
        }
    }
}

} // namespace

std::vector<std::string> metadataPath(std::string text)
{
    constexpr std::string_view prefix = "metadata.";
    if (text.starts_with(prefix))
        text.erase(0, prefix.size());
    std::vector<std::string> path;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        path.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    const bool isSecret = std::any_of(path.begin(), path.end(), [](const auto &part) { return config::soundsSecret(part); });
    return isSecret ? std::vector<std::string>() : path;
}

observe::metrics::Settings metricsRules(const config::Config &config, Notes &notes)
{
    observe::metrics::Settings settings;
    Shape &shape = settings.shape;
    readCustomLabels(shape, config, notes);
    const std::size_t notesBefore = notes.size();
    readChoice(shape, config, notes);
    settings.isBroken = notes.size() > notesBefore; // it says nothing but what is wrong
    shape.showsCustomers = isOn(config, "litellm_settings.enable_end_user_cost_tracking_prometheus_only")
        && !isOn(config, "litellm_settings.disable_end_user_cost_tracking_prometheus_only")
        && !isOn(config, "litellm_settings.disable_end_user_cost_tracking");
    readSystem(shape, config, notes);
    shape.mostValues = countOf(config, "litellm_settings.prometheus_max_label_values", shape.mostValues);
    shape.mostSeries = countOf(config, "litellm_settings.prometheus_max_series", shape.mostSeries);
    for (const Value &entry : config.models())
        settings.models.insert(entry.find("model_name").asString());
    for (const config::Alias &alias : config.aliases())
        settings.models.insert(alias.name);
    settings.showsAliases = isOn(config, "litellm_settings.prometheus_alias_names", true);
    settings.showsAllBudgets = isOn(config, "litellm_settings.prometheus_initialize_budget_metrics");
    settings.isOpen = !isOn(config, "litellm_settings.require_auth_for_metrics_endpoint", true);
    return settings;
}

} // namespace gatehouse::pipeline
