// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/reading.h"

#include "gateway/config/entries.h"
#include "gateway/config/environment.h"
#include "gateway/config/json_value.h"
#include "gateway/config/lookup.h"
#include "gateway/config/overlay.h"
#include "gateway/config/secrecy.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

constexpr const char *entryName = "new";

Failure<Error> unusable(std::string why)
{
    return {Error {Fault::BadRequest, std::move(why)}};
}

// The configuration's reader goes on without what it does not find. Who tries something out wants to know.
Result<> followAll(const Value &value, Lookup &lookup)
{
    if (const Reference reference = referenceIn(value); reference.kind != Reference::Kind::None) {
        const Found found = lookup.find(reference);
        return found.text ? Result<>() : unusable(found.problem + "; " + found.fix);
    }
    for (const Value &item : value.items()) {
        if (auto followed = followAll(item, lookup); !followed)
            return followed;
    }
    for (const auto &[name, member] : value.entries()) {
        if (auto followed = followAll(member, lookup); !followed)
            return followed;
    }
    return {};
}

Result<> checkCredential(const Value &entry, const Value &credentials)
{
    const Value name = entry.find("litellm_params").find("litellm_credential_name");
    const auto &all = credentials.items();
    const auto isNamed = [&](const Value &each) { return each.find("credential_name").asString() == name.asString(); };
    if (name.isNull() || std::any_of(all.begin(), all.end(), isNamed))
        return {};
    return unusable("there is no credential '" + safeName(name.asString()) + "'");
}

} // namespace

Result<Value> readEntry(const Secret &json, const Reading &reading)
{
    Lookup lookup(Sources(reading.environment, reading.keychain), {});
    lookup.trustNoMore();
    const Value entry = valueFromJson(json.reveal(), {});
    if (auto known = checkCredential(entry, reading.credentials); !known)
        return Failure {known.error()};
    if (auto followed = followAll(entry, lookup); !followed)
        return Failure {followed.error()};
    Config config;
    config.environment = reading.environment;
    config.root = Value::map({{"credential_list", reading.credentials}});
    Stored stored;
    stored.models.push_back({entryName, json});
    overlay(config, stored, lookup);
    config.root = completed(config.root, config.diagnostics);
    const auto models = config.models();
    if (!models.empty())
        return models.front();
    return unusable(config.diagnostics.empty() ? std::string("it cannot be read") : config.diagnostics.front().message);
}

} // namespace gatehouse::config
