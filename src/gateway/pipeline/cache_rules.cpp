// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_rules.h"

#include <charconv>
#include <cmath>

namespace gatehouse::pipeline {

namespace {

using cluster::RedisPlace;
using config::Value;

const std::vector<std::string> usualTypes {
    "acompletion", "atext_completion", "aembedding", "arerank", "aresponses", "anthropic_messages"};

Value param(const config::Config &config, const std::string &name)
{
    return config.get("litellm_settings.cache_params." + name);
}

std::string fromEnvironment(const config::Config &config, const char *name)
{
    return config.environment ? config.environment(name).value_or(std::string()) : std::string();
}

// The file's word, else the environment's.
std::string said(const config::Config &config, const std::string &name, const char *variable)
{
    const std::string given = param(config, name).asString();
    return given.empty() ? fromEnvironment(config, variable) : given;
}

RedisPlace redisOf(const config::Config &config)
{
    RedisPlace place;
    if (const auto whole = cluster::redisPlaceFrom(said(config, "url", "REDIS_URL")))
        place = *whole;
    if (std::string host = said(config, "host", "REDIS_HOST"); !host.empty())
        place.host = std::move(host);
    const std::string port = said(config, "port", "REDIS_PORT");
    std::from_chars(port.data(), port.data() + port.size(), place.port);
    if (std::string user = said(config, "username", "REDIS_USERNAME"); !user.empty())
        place.user = std::move(user);
    if (std::string password = said(config, "password", "REDIS_PASSWORD"); !password.empty())
        place.password = Secret(std::move(password));
    place.database = static_cast<int>(param(config, "db").asInt(place.database));
    place.isSecure = param(config, "ssl").asBool(place.isSecure);
    const Value certificate = param(config, "ssl_cert_reqs");
    const bool isUnchecked =
        certificate.asString() == "none" || (certificate.kind() == Value::Kind::Boolean && !certificate.asBool());
    place.verifiesPeer = !isUnchecked;
    place.caFile = param(config, "ssl_ca_certs").asString();
    return place;
}

// LiteLLM has two names for each, one for calls that block.
std::vector<std::string> typesOf(const Value &given)
{
    if (given.kind() != Value::Kind::List)
        return usualTypes;
    std::vector<std::string> types;
    for (const std::string &name : given.asStrings()) {
        for (const std::string &type : usualTypes) {
            if (name == type || "a" + name == type || name == "a" + type)
                types.push_back(type);
        }
    }
    return types;
}

std::optional<std::chrono::milliseconds> seconds(const Value &value)
{
    return value.isNull() ? std::nullopt : std::optional(std::chrono::milliseconds(std::llround(value.asDouble() * 1000)));
}

} // namespace

cache::Settings cacheRules(const config::Config &config, std::vector<config::Diagnostic> &notes)
{
    cache::Settings settings;
    const Value kind = param(config, "type");
    const std::string type = kind.asString();
    if (!config.get("litellm_settings.cache").asBool())
        return settings;
    if (type != "local" && type != "redis") {
        notes.push_back({config::Diagnostic::Level::Warning, kind.mark(),
            "a cache of the type '" + type + "' is not built yet: no answers are kept. 'local' and 'redis' are"});
        return settings;
    }
    settings.place = type == "local" ? cache::Settings::Place::Memory : cache::Settings::Place::Redis;
    settings.mustBeAskedFor = param(config, "mode").asString() == "default_off";
    settings.nameSpace = param(config, "namespace").asString();
    settings.callTypes = typesOf(config.given("litellm_settings.cache_params.supported_call_types"));
    const char *own = type == "local" ? "default_in_memory_ttl" : "default_in_redis_ttl";
    if (const auto ttl = seconds(param(config, "ttl")))
        settings.ttl = *ttl;
    else if (const auto usual = seconds(param(config, own)))
        settings.ttl = *usual;
    settings.memoryBytes = static_cast<std::size_t>(param(config, "memory_mb").asInt(64)) * 1024 * 1024;
    if (settings.place == cache::Settings::Place::Redis)
        settings.redis = redisOf(config);
    return settings;
}

} // namespace gatehouse::pipeline
