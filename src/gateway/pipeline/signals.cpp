// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/signals.h"

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <array>

namespace gatehouse::pipeline {

namespace {

constexpr std::array<std::string_view, 13> tellable {"key_alias", "key_name", "team_alias", "user_alias", "user_email", "user_id",
    "user_role", "team_id", "organization_id", "organization_alias", "max_budget", "budget_duration", "model_name"};

// Fields of \a record that may be told, as members.
void writeTellable(wire::JsonWriter &json, const std::optional<std::string> &record)
{
    if (!record)
        return;
    const auto read = wire::JsonObject::parse(*record);
    if (!read)
        return;
    for (const std::string_view name : tellable) {
        if (const std::string_view value = read->find(name); !wire::jsonIsNull(value))
            json.key(name).raw(value);
    }
}

// Who has an invitation's id may use it.
std::string shownId(const people::Change &change)
{
    return change.kind == people::Kind::Invitation ? std::string() : change.id;
}

std::string actionOf(const people::Change &change)
{
    if (!change.action.empty())
        return change.action;
    return change.json ? "changed" : "deleted";
}

bool isAboutSomebody(people::Kind kind)
{
    using people::Kind;
    return kind != Kind::Credential && kind != Kind::Setting && kind != Kind::Invitation;
}

observe::Signal signalOf(const people::Change &change, const people::Author &author)
{
    const std::string kind(toString(change.kind)), id = shownId(change), action = actionOf(change);
    wire::JsonWriter json;
    json.beginObject().key("kind").string(kind).key("id").string(id).key("action").string(action);
    json.key("changed_by").string(author.changedBy);
    if (isAboutSomebody(change.kind))
        writeTellable(json, change.json);
    json.endObject();
    observe::Signal signal {observe::Signal::Kind::RecordChanged, kind + (id.empty() ? id : "/" + id)};
    signal.text = kind + " " + id + (id.empty() ? "" : " ") + action;
    signal.details = json.take();
    signal.at = Clock().wall();
    return signal;
}

wire::JsonWriter configDetails(const std::string &revision, std::size_t errors)
{
    wire::JsonWriter json;
    json.beginObject().key("revision").string(revision).key("applied").boolean(errors == 0);
    json.key("errors").number(static_cast<std::int64_t>(errors));
    return json;
}

observe::Signal configSignal(std::string text, std::string details)
{
    observe::Signal signal {observe::Signal::Kind::ConfigChanged, "configuration"};
    signal.text = std::move(text);
    signal.details = std::move(details);
    signal.at = Clock().wall();
    return signal;
}

} // namespace

void tellOfChanges(const people::ChangeSet &set, observe::Observer &observer)
{
    for (const people::Change &change : set.records)
        observer.tell(signalOf(change, set.author));
}

observe::Signal configChanged(const Snapshot &snapshot, const std::string &revision)
{
    wire::JsonWriter json = configDetails(revision, 0);
    json.key("deployments").number(static_cast<std::int64_t>(snapshot.router.deployments().size()));
    json.key("notes").number(static_cast<std::int64_t>(snapshot.notes.size()));
    return configSignal("another configuration is in use", json.endObject().take());
}

observe::Signal configRefused(const std::string &revision, std::size_t errors)
{
    return configSignal("the configuration's file has changed and has errors; the last good one stays in use",
        configDetails(revision, errors).endObject().take());
}

} // namespace gatehouse::pipeline
