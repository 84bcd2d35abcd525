// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/access.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gatehouse::auth {

namespace {

using people::AllowedModels;
using people::Kind;

/// The words of a level's refusal.
struct Level {
    Kind kind;
    std::string_view name, type;
};

constexpr Level levels[] {
    {Kind::Key, "key", "key_model_access_denied"},
    {Kind::Team, "team", "team_model_access_denied"},
    {Kind::User, "user", "user_model_access_denied"},
    {Kind::Organization, "organization", "org_model_access_denied"},
    {Kind::Project, "project", "project_model_access_denied"},
};

// A star stands for anything.
bool matches(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0, in = 0, star = std::string_view::npos, resume = 0;
    while (in < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            resume = in;
        } else if (at < pattern.size() && pattern[at] == text[in]) {
            ++at;
            ++in;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            in = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

bool allows(const std::string &name, const ModelNames &model)
{
    if (name == model.asked || name == model.group)
        return true;
    if (std::find(model.accessGroups.begin(), model.accessGroups.end(), name) != model.accessGroups.end())
        return true;
    if (name.find('*') == std::string::npos)
        return false;
    const std::string full = std::string(model.provider) + "/" + std::string(model.asked);
    return matches(name, model.asked) || (!model.provider.empty() && matches(name, full));
}

std::string listText(const std::vector<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() > 1 ? ", '" : "'") + word + "'";
    return text + "]";
}

Error refusal(const AllowedModels &allowed, std::string_view model)
{
    const Level &level =
        *std::find_if(std::begin(levels), std::end(levels), [&](const Level &each) { return each.kind == allowed.level; });
    const std::string name(level.name), tried(model);
    if (allowed.isNone) {
        return {Fault::Forbidden,
            "User not allowed to access model. No default model access, only team models allowed. Tried to access " + tried, 0,
            "key_model_access_denied", "model"};
    }
    return {Fault::Forbidden,
        name + " not allowed to access model. This " + name + " can only access models=" + listText(allowed.names)
            + ". Tried to access " + tried,
        0, std::string(level.type), "model"};
}

/// Names of routes that stand for many.
constexpr std::array infoRoutes {"/key/info", "/key/health", "/key/list", "/team/info", "/team/list", "/v2/team/list",
    "/team/available", "/organization/list", "/user/info", "/model/info", "/v1/model/info", "/v2/model/info", "/v2/key/info",
    "/model_group/info", "/health", "/models", "/v1/models"};
constexpr std::array managed {"/key/", "/user/", "/team/", "/model/", "/customer/", "/end_user/", "/budget/", "/organization/",
    "/project/", "/tag/", "/access_group/", "/v1/access_group", "/credentials", "/v2/key/", "/v2/team/"};
constexpr std::array modelDoors {"/chat/completions", "/completions", "/embeddings", "/moderations", "/images/", "/audio/",
    "/rerank", "/responses", "/messages", "/models/", "/engines/", "/openai/", "/anthropic/", "/gemini/", "/vertex_ai/",
    "/vertex-ai/", "/bedrock/", "/azure/", "/azure_ai/", "/cohere/", "/mistral/", "/vllm/", "/v1/models", "/models",
    "/utils/token_counter"};

bool begins(std::string_view text, std::string_view with)
{
    return text.substr(0, with.size()) == with;
}

std::string_view unversioned(std::string_view path)
{
    for (const std::string_view version : {"/v1beta/", "/v1/", "/v2/"}) {
        if (begins(path, version))
            return path.substr(version.size() - 1);
    }
    return path;
}

bool covers(std::string_view entry, std::string_view path)
{
    if (entry == "llm_api_routes" || entry == "openai_routes" || entry == "anthropic_routes")
        return isModelDoor(path);
    if (entry == "info_routes")
        return std::find(infoRoutes.begin(), infoRoutes.end(), path) != infoRoutes.end();
    if (entry == "management_routes")
        return std::any_of(managed.begin(), managed.end(), [path](std::string_view start) { return begins(path, start); });
    if (entry == path || (!entry.empty() && entry.back() == '*' && begins(path, entry.substr(0, entry.size() - 1))))
        return true;
    return begins(path, entry) && path.size() > entry.size() && path[entry.size()] == '/';
}

} // namespace

bool isModelDoor(std::string_view path)
{
    const std::string_view bare = unversioned(path);
    return std::any_of(modelDoors.begin(), modelDoors.end(), [bare](std::string_view door) { return begins(bare, door); });
}

std::string_view resolved(const people::Caller &caller, std::string_view model)
{
    const auto alias =
        std::find_if(caller.aliases.begin(), caller.aliases.end(), [model](const auto &each) { return each.first == model; });
    return alias == caller.aliases.end() || alias->second.empty() ? model : std::string_view(alias->second);
}

Result<> mayUse(const people::Caller &caller, const ModelNames &model)
{
    for (const AllowedModels &allowed : caller.models) {
        const auto has = [&model](const std::string &name) { return allows(name, model); };
        if (allowed.isNone || std::none_of(allowed.names.begin(), allowed.names.end(), has))
            return Failure {refusal(allowed, model.asked)};
    }
    return {};
}

bool covered(const std::vector<std::string> &routes, std::string_view path)
{
    return std::any_of(routes.begin(), routes.end(), [path](const std::string &entry) { return covers(entry, path); });
}

Result<> mayCall(const people::Caller &caller, std::string_view path)
{
    if (caller.routes.empty() || covered(caller.routes, path))
        return {};
    return Failure {Error {Fault::Forbidden,
        "Virtual key is not allowed to call this route. Only allowed to call routes: " + listText(caller.routes)
            + ". Tried to call route: " + std::string(path),
        0, "auth_error", "None"}};
}

} // namespace gatehouse::auth
