// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/parameters.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace gatehouse::providers {

namespace {

constexpr std::string_view keyTitle = "API key", baseTitle = "Base address";

constexpr std::array awsParameters {
    Parameter {"aws_access_key_id", "Access key ID", "AWS_ACCESS_KEY_ID"},
    Parameter {"aws_secret_access_key", "Secret access key", "AWS_SECRET_ACCESS_KEY", true},
    Parameter {"aws_session_token", "Session token", "AWS_SESSION_TOKEN", true},
    Parameter {"aws_region_name", "Region", "AWS_REGION_NAME|AWS_REGION|AWS_DEFAULT_REGION"},
    Parameter {"aws_profile_name", "Profile", "AWS_PROFILE|AWS_DEFAULT_PROFILE"},
    Parameter {"aws_role_name", "Role (ARN)", "AWS_ROLE_ARN"},
    Parameter {"aws_session_name", "Session name", "AWS_ROLE_SESSION_NAME"},
    Parameter {"api_key", "Bearer token", "AWS_BEARER_TOKEN_BEDROCK", true},
};
constexpr std::array googleParameters {
    Parameter {"vertex_project", "Project", "VERTEXAI_PROJECT|GOOGLE_CLOUD_PROJECT"},
    Parameter {"vertex_location", "Location", "VERTEXAI_LOCATION|VERTEX_LOCATION"},
    Parameter {
        "vertex_credentials", "Service account (JSON or its path)", "VERTEXAI_CREDENTIALS|GOOGLE_APPLICATION_CREDENTIALS", true},
};
constexpr std::array entraParameters {
    Parameter {"api_version", "API version", "AZURE_API_VERSION"},
    Parameter {"tenant_id", "Tenant ID", "AZURE_TENANT_ID"},
    Parameter {"client_id", "Client ID", "AZURE_CLIENT_ID"},
    Parameter {"client_secret", "Client secret", "AZURE_CLIENT_SECRET", true},
    Parameter {"azure_ad_token", "Microsoft Entra token", "AZURE_AD_TOKEN", true},
};

struct CloudParameters {
    AccessRule access;
    std::span<const Parameter> parameters;
};
constexpr std::array clouds {
    CloudParameters {&awsAccess, awsParameters},
    CloudParameters {&googleAccess, googleParameters},
    CloudParameters {&entraAccess, entraParameters},
    CloudParameters {&foundryAccess, entraParameters},
};

// With any of these in the environment a cloud can be asked.
constexpr std::string_view cloudEvidence =
    "AWS_ACCESS_KEY_ID|AWS_PROFILE|AWS_ROLE_ARN|AWS_BEARER_TOKEN_BEDROCK|AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
constexpr std::string_view googleEvidence = "VERTEXAI_CREDENTIALS|GOOGLE_APPLICATION_CREDENTIALS";

// Addresses of one's own whose servers ask for a key all the same.
constexpr std::array<std::string_view, 4> withKey {"databricks", "heroku", "litellm_proxy", "ragflow"};
// Of rows that say the same, the one to show.
constexpr std::array<std::string_view, 1> shownFirst {"openai_like"};

constexpr std::array operations {Operation::Chat, Operation::CountTokens, Operation::Embedding, Operation::Moderation,
    Operation::Rerank, Operation::ImageGeneration, Operation::ImageEdit, Operation::Speech, Operation::Transcription,
    Operation::AudioTranslation};

// The variables in an address, "{NAME}" or "{A|B:default}", as parameters that are variables alone.
void addGaps(std::string_view base, std::vector<Parameter> &all)
{
    for (std::size_t open = base.find('{'); open != base.npos; open = base.find('{')) {
        const std::size_t close = std::min(base.find('}', open), base.size());
        const std::string_view gap = base.substr(open + 1, close - open - 1);
        all.push_back({{}, "Part of the address", gap.substr(0, gap.find(':')), false, gap.find(':') == gap.npos});
        base.remove_prefix(std::min(close + 1, base.size()));
    }
}

std::span<const Parameter> cloudParameters(const Provider &row)
{
    for (const CloudParameters &cloud : clouds) {
        if (row.access == cloud.access)
            return cloud.parameters;
    }
    return {};
}

bool isOneOf(std::string_view name, std::span<const std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isOnThisMachine(std::string_view base)
{
    return base.starts_with("http://localhost") || base.starts_with("http://127.0.0.1");
}

bool needsBase(const Provider &row)
{
    return row.base.empty() && !row.cloudBase;
}

bool isSameWay(const Provider &one, const Provider &other)
{
    return one.base == other.base && one.keyVariables == other.keyVariables && one.baseVariables == other.baseVariables
        && one.access == other.access && one.operations.empty() == other.operations.empty();
}

} // namespace

std::vector<Parameter> parameters(const Provider &row)
{
    std::vector<Parameter> all;
    if (row.credential != Credential::Cloud && row.credential != Credential::None)
        all.push_back({"api_key", keyTitle, row.keyVariables, true, needsKey(row) && !row.access});
    const std::string_view base = row.baseParam.empty() ? std::string_view("api_base") : row.baseParam;
    all.push_back({base, baseTitle, row.baseVariables, false, needsBase(row)});
    const auto cloud = cloudParameters(row);
    all.insert(row.credential == Credential::Cloud ? all.begin() : all.end(), cloud.begin(), cloud.end());
    addGaps(row.base, all);
    return all;
}

std::vector<std::string> variablesIn(std::string_view names)
{
    std::vector<std::string> all;
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find('|'));
        all.emplace_back(name);
        names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    return all;
}

std::string foundVariable(std::string_view names, const config::Environment &environment)
{
    for (std::string &name : variablesIn(names)) {
        if (const auto value = environment(name); value && !value->empty())
            return std::move(name);
    }
    return {};
}

bool isReady(const Provider &row, const config::Environment &environment)
{
    if (row.access == &awsAccess)
        return !foundVariable(cloudEvidence, environment).empty();
    if (row.access == &googleAccess)
        return !foundVariable(googleEvidence, environment).empty();
    const auto all = parameters(row);
    const auto isThere = [&](const Parameter &each) {
        return !each.isRequired || !foundVariable(each.variables, environment).empty();
    };
    const bool hasKey = !needsKey(row) || !foundVariable(row.keyVariables, environment).empty()
        || !foundVariable("AZURE_CLIENT_SECRET|AZURE_AD_TOKEN", environment).empty();
    return std::all_of(all.begin(), all.end(), isThere) && (!row.access || hasKey);
}

std::vector<Operation> operationsIn(const Provider &row)
{
    std::vector<Operation> all;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(all),
        [&row](Operation each) { return row.operations.has(each); });
    return all;
}

bool isLocal(const Provider &row)
{
    return isOnThisMachine(row.base) || (needsBase(row) && !row.access && !isOneOf(row.name, withKey));
}

bool needsKey(const Provider &row)
{
    return row.credential != Credential::Cloud && row.credential != Credential::None && !isLocal(row);
}

const Provider *variantOf(const Provider &row)
{
    const Provider *first = nullptr;
    for (const Provider &other : table()) {
        if (isSameWay(other, row) && (!first || isOneOf(other.name, shownFirst)))
            first = &other;
    }
    return first == &row ? nullptr : first;
}

} // namespace gatehouse::providers
