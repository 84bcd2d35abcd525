// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/pass_through_rules.h"

#include "gateway/providers/compile.h"
#include "gateway/providers/percent.h"
#include "gateway/providers/table.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cctype>

namespace gatehouse::pipeline {

namespace {

using config::Value;

/// A provider's door. The first of the providers is the one that the environment may speak for.
struct Door {
    std::string_view path;
    std::string_view provider, alsoFor = {};
    bool takesAnyEntry = false; ///< an entry need not say use_in_pass_through: there is no address but an entry's
};
constexpr std::array doors {
    Door {"/openai", "openai", "text-completion-openai"},
    Door {"/openai_passthrough", "openai", "text-completion-openai"},
    Door {"/anthropic", "anthropic"},
    Door {"/gemini", "gemini"},
    Door {"/vertex_ai", "vertex_ai", "vertex_ai_beta"},
    Door {"/vertex-ai", "vertex_ai", "vertex_ai_beta"},
    Door {"/bedrock", "bedrock"},
    Door {"/azure", "azure"},
    Door {"/azure_ai", "azure_ai"},
    Door {"/cohere", "cohere", "cohere_chat"},
    Door {"/mistral", "mistral"},
    Door {"/vllm", "hosted_vllm", "vllm", true},
};

std::string withoutTrailingSlash(std::string text)
{
    while (!text.empty() && text.back() == '/')
        text.pop_back();
    return text;
}

// ---- the providers' doors

bool isFor(const Door &door, const Deployment &deployment)
{
    const std::string &name = deployment.provider.name;
    return (name == door.provider || name == door.alsoFor) && !deployment.mockResponse;
}

/// The entry whose credential a door shows: the first that says so.
std::optional<Deployment> entryFor(const Door &door, const config::Config &config)
{
    for (const Value &entry : config.models()) {
        if (!entry.find("litellm_params").find("use_in_pass_through").asBool())
            continue;
        auto deployment = providers::compile(entry, config.environment);
        if (deployment && isFor(door, *deployment))
            return std::move(*deployment);
    }
    return std::nullopt;
}

PassThroughRule ruleOf(const Door &door, const config::Config &config, const std::vector<Deployment> &deployments)
{
    PassThroughRule rule;
    rule.path = door.path;
    rule.withSubpaths = true;
    rule.deployment = entryFor(door, config);
    if (!rule.deployment)
        rule.deployment = providers::bare(*providers::find(door.provider), config.environment);
    const auto any = std::find_if(
        deployments.begin(), deployments.end(), [&](const Deployment &deployment) { return isFor(door, deployment); });
    if (rule.deployment->apiBase.empty() && door.takesAnyEntry && any != deployments.end())
        rule.deployment = *any;
    rule.target = rule.deployment->apiBase;
    return rule;
}

// ---- the operator's own

/// \a text with each os.environ/NAME in it replaced; LiteLLM's files hold "Bearer os.environ/KEY".
std::string filled(std::string text, const config::Environment &environment)
{
    constexpr std::string_view mark = "os.environ/";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        std::size_t end = at + mark.size();
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
            ++end;
        const std::string value = environment(text.substr(at + mark.size(), end - at - mark.size())).value_or("");
        text.replace(at, end - at, value);
        at += value.size();
    }
    return text;
}

void readHeaders(PassThroughRule &rule, const Value &headers, const config::Environment &environment)
{
    std::string user, password;
    for (const auto &[name, value] : headers.entries()) {
        std::string text = filled(value.asString(), environment);
        if (name == "LANGFUSE_PUBLIC_KEY")
            user = std::move(text);
        else if (name == "LANGFUSE_SECRET_KEY")
            password = std::move(text);
        else if (name != "litellm_user_api_key")
            rule.headers.emplace_back(wire::lowered(name), Secret(std::move(text)));
    }
    if (user.empty() && password.empty())
        return;
    const QByteArray both = QByteArray::fromStdString(user + ":" + password).toBase64();
    rule.headers.emplace_back("authorization", Secret("Basic " + both.toStdString()));
}

/// "$.documents[*].text" as guardrails have it: "documents[].text".
std::string placeFrom(std::string path)
{
    if (path.starts_with("$."))
        path.erase(0, 2);
    for (std::size_t at = path.find("[*]"); at != std::string::npos; at = path.find("[*]", at))
        path.replace(at, 3, "[]");
    return path;
}

// What a path leads to may be no text but hold some.
std::vector<std::string> placesFrom(const Value &paths)
{
    std::vector<std::string> places;
    for (const std::string &path : paths.asStrings())
        places.push_back(placeFrom(path) + ".**");
    return places;
}

// {name: {request_fields: [path …], response_fields: […]}}, {name: null}, or a list of names.
std::vector<PassedGuardrail> guardrailsOf(const Value &given)
{
    std::vector<PassedGuardrail> all;
    for (const std::string &name : given.asStrings())
        all.push_back({name});
    for (const auto &[name, fields] : given.entries())
        all.push_back({name, placesFrom(fields.find("request_fields")), placesFrom(fields.find("response_fields"))});
    return all;
}

PassThroughRule ruleOf(const Value &entry, const config::Environment &environment)
{
    PassThroughRule rule;
    rule.path = withoutTrailingSlash(entry.find("path").asString());
    if (!rule.path.starts_with('/'))
        rule.path.insert(0, 1, '/');
    const std::string target = filled(entry.find("target").asString(), environment);
    const std::size_t query = std::min(target.find('?'), target.size());
    rule.target = withoutTrailingSlash(target.substr(0, query)) + target.substr(query);
    rule.withSubpaths = entry.find("include_subpath").asBool();
    rule.asksForKey = entry.find("auth").asBool();
    rule.forwardsHeaders = entry.find("forward_headers").asBool();
    rule.mergesQuery = entry.find("merge_query_params").asBool();
    for (const std::string &method : entry.find("methods").asStrings()) {
        std::string upper = method;
        std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return char(std::toupper(c)); });
        rule.methods.push_back(std::move(upper));
    }
    readHeaders(rule, entry.find("headers"), environment);
    rule.guardrails = guardrailsOf(entry.find("guardrails"));
    return rule;
}

bool isConfigured(const config::Config &config, const std::string &guardrail)
{
    const auto all = config.guardrails();
    return std::any_of(
        all.begin(), all.end(), [&](const Value &each) { return each.find("guardrail_name").asString() == guardrail; });
}

void addOwn(std::vector<PassThroughRule> &rules, const config::Config &config, std::vector<config::Diagnostic> &notes)
{
    const auto warn = [&notes](const Value &entry, std::string message) {
        notes.push_back({config::Diagnostic::Level::Warning, entry.mark(), std::move(message)});
    };
    for (const Value &entry : config.get("general_settings.pass_through_endpoints").items()) {
        PassThroughRule rule = ruleOf(entry, config.environment);
        const bool isHttp = rule.target.starts_with("http://") || rule.target.starts_with("https://");
        if (rule.path.size() < 2 || !isHttp) {
            warn(entry, "a pass-through endpoint needs a path and a target that is an http or https address: it is left out");
            continue;
        }
        if (!rule.asksForKey && !config.get("general_settings.master_key").asSecret().isEmpty())
            warn(entry, "the pass-through endpoint " + rule.path + " is open to everybody: set auth: true to ask for a key");
        for (const PassedGuardrail &each : rule.guardrails) {
            if (!isConfigured(config, each.name))
                warn(entry, "the guardrail '" + each.name + "' of " + rule.path + " is not configured: its calls are refused");
        }
        rules.push_back(std::move(rule));
    }
}

// ---- addresses

std::string_view firstSegment(std::string_view rest)
{
    rest.remove_prefix(rest.empty() ? 0 : 1);
    return rest.substr(0, rest.find('/'));
}

bool isVersion(std::string_view segment)
{
    return segment.size() >= 2 && segment[0] == 'v' && segment[1] >= '0' && segment[1] <= '9';
}

/// A provider's base without the last step that \a rest takes again: ".../v1" and "/v1/models".
std::string_view trimmedBase(std::string_view base, std::string_view rest)
{
    const std::size_t host = base.find("://");
    const std::size_t path = host == base.npos ? base.npos : base.find('/', host + 3);
    if (path == base.npos)
        return base;
    const std::size_t slash = base.rfind('/');
    const std::string_view last = base.substr(slash + 1), first = firstSegment(rest);
    const bool isSame = last == first || (isVersion(last) && isVersion(first));
    return isSame && slash >= path ? base.substr(0, slash) : base;
}

/// Vertex has a host for each region; the path says which.
std::string vertexBase(const std::string &base, std::string_view rest)
{
    constexpr std::string_view step = "/locations/";
    const std::size_t at = rest.find(step);
    if (base != "https://aiplatform.googleapis.com" || at == rest.npos)
        return base;
    const std::string_view tail = rest.substr(at + step.size());
    const std::string_view location = tail.substr(0, tail.find('/'));
    const bool isPlain = !location.empty() && std::all_of(location.begin(), location.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    return isPlain && location != "global" ? "https://" + std::string(location) + "-aiplatform.googleapis.com" : base;
}

bool isStepUp(std::string_view segment)
{
    segment = segment.substr(0, segment.find(';')); // some servers know parameters of segments
    return segment == "." || segment == "..";
}

/// Whether \a rest stays below where it is put, however often the server behind decodes it.
bool staysBelow(std::string_view rest)
{
    std::string text(rest);
    constexpr int mostRounds = 5;
    for (int round = 0;; ++round) {
        std::string decoded = wire::percentDecoded(text);
        if (decoded == text)
            break;
        if (round == mostRounds)
            return false;
        text = std::move(decoded);
    }
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : '/';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
        if (c != '/' && c != '\\')
            continue;
        if (isStepUp(std::string_view(text).substr(begin, at - begin)))
            return false;
        begin = at + 1;
    }
    return true;
}

std::string withQuery(const PassThroughRule &rule, std::string url, std::string_view query)
{
    constexpr std::string_view kept = "%/?!$'()*+,;=:@&";
    const std::size_t mark = url.find('?');
    if (query.empty())
        return url;
    const std::string own = mark == std::string::npos || !rule.mergesQuery ? "" : url.substr(mark + 1) + '&';
    return url.substr(0, mark) + '?' + own + providers::percentEncoded(query, kept);
}

Error noTarget(const PassThroughRule &rule)
{
    std::string message = "There is no address for " + rule.path;
    if (rule.deployment) {
        message += ": set api_base in a model_list entry of " + rule.deployment->provider.name
            + " that says use_in_pass_through: true, or the provider's environment variables";
    }
    return {Fault::Internal, std::move(message)};
}

} // namespace

std::vector<PassThroughRule> passThroughRules(
    const config::Config &config, const std::vector<Deployment> &deployments, std::vector<config::Diagnostic> &notes)
{
    std::vector<PassThroughRule> rules;
    addOwn(rules, config, notes);
    for (const Door &door : doors)
        rules.push_back(ruleOf(door, config, deployments));
    const bool areAny = !config.guardrails().empty();
    for (PassThroughRule &rule : rules)
        rule.isLookedAt = (areAny && rule.deployment) || !rule.guardrails.empty();
    return rules;
}

const PassThroughRule *findRule(const std::vector<PassThroughRule> &rules, const wire::Request &request)
{
    const std::string_view path = request.rawPath;
    const std::string_view method = request.isHead ? "HEAD" : wire::toString(request.method);
    for (const PassThroughRule &rule : rules) {
        if (!path.starts_with(rule.path))
            continue;
        const std::string_view rest = path.substr(rule.path.size());
        const bool isHere = rest.empty() || rest == "/" || (rule.withSubpaths && rest.front() == '/');
        const bool isAllowed =
            rule.methods.empty() || std::find(rule.methods.begin(), rule.methods.end(), method) != rule.methods.end();
        if (isHere && isAllowed)
            return &rule;
    }
    return nullptr;
}

Result<std::string> passThroughUrl(const PassThroughRule &rule, const wire::Request &request, std::string_view query)
{
    if (rule.target.empty())
        return Failure {noTarget(rule)};
    const std::string_view raw = std::string_view(request.rawPath).substr(rule.path.size());
    if (!staysBelow(raw))
        return Failure {Error {Fault::InvalidRequest, "The path leads out of " + rule.path + ", or holds what no path may"}};
    constexpr std::string_view kept = "%/!$&'()*+,;=:@";
    const std::string rest = rule.withSubpaths ? providers::percentEncoded(raw, kept) : std::string();
    std::string base = rule.target;
    if (rule.deployment) {
        base = rule.deployment->provider.name.starts_with("vertex_ai") ? vertexBase(base, rest) : base;
        base = std::string(trimmedBase(base, rest));
    }
    const std::size_t mark = std::min(base.find('?'), base.size());
    return withQuery(rule, base.substr(0, mark) + rest + base.substr(mark), query);
}

} // namespace gatehouse::pipeline
