// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/callbacks.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/config/secrecy.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/sinks/table.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

using observe::sinks::Choice;
using observe::sinks::Row;

const observe::sinks::Settings &settingsOf(const pipeline::Context &context)
{
    return context.snapshot->settings.observe->sinks;
}

void writeNames(wire::JsonWriter &json, const std::vector<std::string> &names)
{
    json.beginArray();
    for (const std::string &name : names)
        json.string(name);
    json.endArray();
}

template <typename Wanted> std::vector<std::string> namesOf(const std::vector<Choice> &choices, Wanted wanted)
{
    std::vector<std::string> names;
    for (const Choice &choice : choices) {
        if (wanted(choice))
            names.push_back(choice.name);
    }
    return names;
}

// As Python shows a list.
std::string listText(const std::vector<std::string> &names)
{
    std::string text = "[";
    for (const std::string &name : names)
        text += (text.size() > 1 ? ", '" : "'") + name + "'";
    return text + "]";
}

void write(wire::JsonWriter &json, const observe::sinks::Figures &figures)
{
    json.beginObject().key("name").string(figures.name);
    json.key("sent")
        .number(static_cast<std::int64_t>(figures.sent))
        .key("failed")
        .number(static_cast<std::int64_t>(figures.failed));
    json.key("dropped").number(static_cast<std::int64_t>(figures.dropped));
    json.key("retries").number(static_cast<std::int64_t>(figures.retries));
    json.key("waiting").number(static_cast<std::int64_t>(figures.waiting));
    json.key("bytes_on_disk").number(static_cast<std::int64_t>(figures.onDisk));
    json.key("trouble").stringOrNull(figures.trouble);
    json.endObject();
}

std::string activeJson(const std::vector<Choice> &choices, const std::vector<observe::sinks::Figures> &figures)
{
    const auto both = namesOf(choices, [](const Choice &each) { return each.onSuccess && each.onFailure; });
    const auto success = namesOf(choices, [](const Choice &each) { return each.onSuccess && !each.onFailure; });
    const auto failure = namesOf(choices, [](const Choice &each) { return !each.onSuccess && each.onFailure; });
    wire::JsonWriter json;
    json.beginObject().key("alerting").null().key("litellm.callbacks").string(listText(both));
    json.key("litellm.input_callback").string("[]").key("litellm.failure_callback").string(listText(failure));
    json.key("litellm.success_callback").string(listText(success));
    for (const char *name :
        {"litellm._async_success_callback", "litellm._async_failure_callback", "litellm._async_input_callback"})
        json.key(name).string("[]");
    json.key("all_litellm_callbacks").string(listText(namesOf(choices, [](const Choice &) { return true; })));
    json.key("num_callbacks").number(static_cast<std::int64_t>(choices.size())).key("num_alerting").number(std::int64_t(0));
    json.key("sinks").beginArray();
    for (const auto &each : figures)
        write(json, each);
    return json.endArray().endObject().take();
}

void writeChoice(wire::JsonWriter &json, const Choice &choice)
{
    json.beginObject().key("name").string(choice.name).key("type");
    json.string(choice.onSuccess && choice.onFailure ? "success_and_failure" : choice.onSuccess ? "success" : "failure");
    json.key("variables").beginObject();
    const Row *row = observe::sinks::find(choice.kind);
    for (const std::string_view name : row ? observe::sinks::variablesOf(*row) : std::vector<std::string_view>()) {
        const auto found = choice.variables.find(name);
        json.key(name);
        if (found == choice.variables.end())
            json.null();
        else if (config::soundsSecret(name) || config::holdsPassword(found->second.reveal()) || name.ends_with("HEADERS")
            || name.ends_with("DSN"))
            json.string(found->second.masked());
        else
            json.string(found->second.reveal());
    }
    json.endObject().endObject();
}

void writeAvailable(wire::JsonWriter &json)
{
    json.key("available_callbacks").beginObject();
    for (const Row &row : observe::sinks::table()) {
        json.key(row.name)
            .beginObject()
            .key("litellm_callback_name")
            .string(row.name)
            .key("litellm_callback_params")
            .beginArray();
        for (const std::string_view name : observe::sinks::variablesOf(row))
            json.string(name);
        json.endArray().endObject();
    }
    json.endObject();
}

// Where alerts go; they are tested at the same door.
constexpr std::array<std::string_view, 4> channels {"slack", "webhook", "email", "pagerduty"};

bool isChannel(const std::string &service)
{
    return std::find(channels.begin(), channels.end(), service) != channels.end();
}

std::vector<std::string> knownServices(const std::vector<Choice> &choices)
{
    std::vector<std::string> names = namesOf(choices, [](const Choice &) { return true; });
    for (const Row &row : observe::sinks::table()) {
        if (std::find(names.begin(), names.end(), row.name) == names.end())
            names.emplace_back(row.name);
    }
    names.insert(names.end(), channels.begin(), channels.end());
    return names;
}

std::string testedJson(const std::string &service, const std::string &how)
{
    wire::JsonWriter json;
    json.beginObject().key("status").string("success");
    json.key("message").string("A test event was sent to " + service + ": " + how).endObject();
    return json.take();
}

} // namespace

void listCallbacks(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto &choices = settingsOf(context).choices;
    wire::JsonWriter json;
    json.beginObject().key("success");
    writeNames(json, namesOf(choices, [](const Choice &each) { return each.onSuccess && !each.onFailure; }));
    json.key("failure");
    writeNames(json, namesOf(choices, [](const Choice &each) { return !each.onSuccess && each.onFailure; }));
    json.key("success_and_failure");
    writeNames(json, namesOf(choices, [](const Choice &each) { return each.onSuccess && each.onFailure; }));
    answerJson(inbound, json.endObject().take());
}

void showActiveCallbacks(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto settings = context.snapshot->settings.observe;
    askObserver(context, std::move(inbound), [settings](observe::Lookout &lookout) -> Result<std::string> {
        return activeJson(settings->sinks.choices, lookout.sinks().figures());
    });
}

void showConfiguredCallbacks(pipeline::Context &context, pipeline::Inbound inbound)
{
    wire::JsonWriter json;
    json.beginObject().key("status").string("success").key("callbacks").beginArray();
    for (const Choice &choice : settingsOf(context).choices)
        writeChoice(json, choice);
    json.endArray().key("alerts").beginArray().endArray().key("router_settings").beginObject().endObject();
    writeAvailable(json);
    answerJson(inbound, json.endObject().take());
}

void testService(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string service = inbound.request.queryValue("service");
    const auto known = knownServices(settingsOf(context).choices);
    if (service.empty())
        return answerRefusal(inbound, "Service must be specified.");
    if (std::find(known.begin(), known.end(), service) == known.end())
        return answerRefusal(
            inbound, "Service must be in list. Service=" + config::safeName(service) + ". List=" + listText(known));
    observe::Observer &observer = context.shared.observer;
    LaterAnswer::begin(context, std::move(inbound), [&observer, service](LaterAnswer::Done done) {
        observer.ask([service, done = std::move(done)](observe::Lookout &lookout) {
            const auto told = [service, done](Result<std::string> how) {
                done(how ? Result<std::string>(testedJson(service, *how)) : std::move(how));
            };
            if (isChannel(service))
                lookout.alerts().test(service, told);
            else
                lookout.sinks().test(service, told);
        });
    });
}

} // namespace gatehouse::admin
