// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/access.h"

#include "gateway/providers/digest.h"

namespace gatehouse::providers {

std::string AccessSource::param(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        if (std::string text = params.find(name).asString(); !text.empty())
            return text;
    }
    return {};
}

std::string AccessSource::variable(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        if (const auto text = environment(name); text && !text->empty())
            return *text;
    }
    return {};
}

TokenSource tokenSource(const std::string &text, const AccessSource &source)
{
    constexpr std::string_view oidc = "oidc/", file = "oidc/file/", variable = "oidc/env/", pathVariable = "oidc/env_path/";
    const auto behind = [&](std::string_view prefix) { return text.substr(prefix.size()); };
    if (text.starts_with(file))
        return {.file = behind(file)};
    if (text.starts_with(variable))
        return {.token = source.variable({behind(variable).c_str()})};
    if (text.starts_with(pathVariable))
        return {.file = source.variable({behind(pathVariable).c_str()})};
    if (text.starts_with("oidc/azure/"))
        return {.file = source.variable({"AZURE_FEDERATED_TOKEN_FILE"})};
    if (text.starts_with("oidc/circleci/"))
        return {.token = source.variable({"CIRCLE_OIDC_TOKEN"})};
    if (text.starts_with("oidc/circleci_v2/"))
        return {.token = source.variable({"CIRCLE_OIDC_TOKEN_V2"})};
    if (text.starts_with(oidc))
        return {.problem = "of the tokens named oidc/… only file, env, env_path, azure, circleci and circleci_v2 are served yet"};
    if (text.starts_with('/'))
        return {.file = text};
    return {.token = text};
}

std::string fingerprintOf(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += std::to_string(part.size()) + ":" + std::string(part); // so that no two lists read the same
    return hex(sha256(text));
}

} // namespace gatehouse::providers
