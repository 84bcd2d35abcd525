// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/lint.h"

#include "gateway/config/hedge_delay.h"
#include "gateway/config/model_names.h"
#include "gateway/config/secrecy.h"
#include "gateway/core/period.h"

#include <map>

namespace gatehouse::config {

namespace {

using Level = Diagnostic::Level;

void say(Config &config, Level level, const Mark &where, std::string message)
{
    config.diagnostics.push_back({level, where, std::move(message)});
}

// A hedge that cannot be read would be one that is silently not there.
void checkHedge(Config &config, const Value &hedge)
{
    const Value after = hedge.find("after");
    if (!after.isNull() && !hedgeDelayFrom(after.asString()))
        say(config, Level::Warning, after.mark(),
            "hedge.after '" + safeName(after.asString()) + "' is no time; write 800ms, 1.5s or p95. Nothing is hedged by it");
}

// One that cannot be read would sync as often as nobody asked for.
void checkJournalSync(Config &config)
{
    const Value sync = config.given("general_settings.journal_sync");
    const std::string text = sync.asString();
    const auto period = periodFrom(text);
    if (sync.isNull() || text == "none" || text == "every" || (period && period->seconds.count() > 0))
        return;
    say(config, Level::Error, sync.mark(),
        "general_settings.journal_sync '" + safeName(text) + "' is none of none, every, and a time such as 1s");
}

void checkHedges(Config &config)
{
    checkHedge(config, config.given("router_settings.hedge"));
    const Value groups = config.given("router_settings.model_group_hedge");
    for (const auto &[group, hedge] : groups.entries())
        checkHedge(config, hedge);
    for (const Value &entry : config.models())
        checkHedge(config, entry.find("litellm_params").find("hedge"));
}

/// What may stand in two places: the router's word counts, and nobody should have to guess.
void checkTwice(Config &config)
{
    for (const std::string_view key : {"fallbacks", "context_window_fallbacks", "content_policy_fallbacks", "default_fallbacks",
             "num_retries", "retry_after", "max_fallbacks", "allowed_fails", "cooldown_time"}) {
        const Value router = config.given("router_settings." + std::string(key));
        const Value litellm = config.given("litellm_settings." + std::string(key));
        if (!router.isNull() && !litellm.isNull() && router.toJson() != litellm.toJson())
            say(config, Level::Note, litellm.keyMark(),
                "'" + std::string(key) + "' also stands in router_settings (line " + std::to_string(router.keyMark().line)
                    + "), and that one counts");
    }
    const Value time = config.given("litellm_settings.request_timeout");
    if (!time.isNull() && !config.given("router_settings.timeout").isNull())
        say(config, Level::Note, time.keyMark(), "'request_timeout' is overruled by router_settings.timeout");
    const Value guardrails = config.given("litellm_settings.guardrails");
    if (!guardrails.isNull() && !config.given("guardrails").isNull())
        say(config, Level::Note, guardrails.keyMark(), "guardrails also stand at the top level; all of them count");
}

void checkTargets(Config &config, const ModelNames &names, const Value &map, std::string_view key)
{
    for (const auto &[group, targets] : map.entries()) {
        if (group != "*" && !names.knows(group))
            say(config, Level::Warning, targets.keyMark(),
                std::string(key) + ": there is no model group '" + safeName(group) + "'; correct the name or add the model");
        for (const Value &target : targets.items()) {
            const std::string model = target.kind() == Value::Kind::Map ? target.find("model").asString() : target.asString();
            if (!names.knows(model))
                say(config, Level::Warning, target.mark(),
                    std::string(key) + " of '" + safeName(group) + "': there is no model group '" + safeName(model)
                        + "'; correct the name or add the model");
        }
    }
}

void checkFallbacks(Config &config, const ModelNames &names)
{
    checkTargets(config, names, config.fallbacks(), "fallbacks");
    checkTargets(config, names, config.contextWindowFallbacks(), "context_window_fallbacks");
    checkTargets(config, names, config.contentPolicyFallbacks(), "content_policy_fallbacks");
    const Value defaults = config.setting("default_fallbacks");
    for (const Value &target : defaults.items()) {
        if (!names.knows(target.asString()))
            say(config, Level::Warning, target.mark(),
                "default_fallbacks: there is no model group '" + safeName(target.asString())
                    + "'; correct the name or add the model");
    }
}

void checkAliasShape(Config &config, const std::string &name, const Value &value)
{
    const auto isTarget = [](const Value &target) {
        return target.kind() == Value::Kind::String || target.find("model").kind() == Value::Kind::String;
    };
    bool fits = value.isNull() || isTarget(value) || value.kind() == Value::Kind::List;
    for (const Value &target : value.items())
        fits = fits && isTarget(target);
    if (!fits)
        say(config, Level::Error, value.mark(),
            "model_group_alias '" + safeName(name)
                + "' must be a model group, {model: group, hidden: true}, or a list of {model: group, weight: 1}");
}

void checkAliases(Config &config, const ModelNames &names)
{
    const Value section = config.given("router_settings.model_group_alias");
    for (const auto &[name, value] : section.entries())
        checkAliasShape(config, name, value);
    if (names.isEmpty())
        return;
    for (const Alias &alias : config.aliases()) {
        const Mark where = section.find(alias.name).keyMark();
        if (names.isGroup(alias.name))
            say(config, Level::Warning, where,
                "the alias '" + safeName(alias.name) + "' hides the model group of the same name; rename one of them");
        for (const Alias::Target &target : alias.targets) {
            if (!names.knowsWithoutAliases(target.model))
                say(config, Level::Warning, where,
                    "the alias '" + safeName(alias.name) + "' leads to '" + safeName(target.model)
                        + "', but there is no such model group; correct the name or add the model");
        }
    }
}

void checkIds(Config &config)
{
    std::map<std::string, Mark> seen;
    const std::vector<Value> entries = config.root.find("model_list").items();
    for (const Value &entry : entries) {
        const Value id = entry.find("model_info").find("id");
        // What is stored under the id of one of the file's stands for it.
        if (id.isNull() || entry.find("model_info").find("db_model").asBool())
            continue;
        const auto [first, isNew] = seen.emplace(id.asString(), id.mark());
        if (!isNew)
            say(config, Level::Error, id.mark(),
                "the id '" + safeName(id.asString()) + "' is taken by the entry at line " + std::to_string(first->second.line)
                    + "; every deployment needs its own");
    }
}

void checkModels(Config &config)
{
    const Value list = config.root.find("model_list");
    const Mark where = list.isNull() ? Mark {config.root.mark().file, 0, 0} : list.keyMark();
    if (list.items().empty())
        say(config, Level::Note, where, "model_list has no entries, so there is no model to ask");
}

} // namespace

void lint(Config &config)
{
    const ModelNames names(config);
    checkModels(config);
    checkHedges(config);
    checkJournalSync(config);
    checkTwice(config);
    checkIds(config);
    checkAliases(config, names);
    if (!names.isEmpty())
        checkFallbacks(config, names);
}

} // namespace gatehouse::config
