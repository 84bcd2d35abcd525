// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/access.h"
#include "gateway/providers/aws_profiles.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

constexpr const char *noKeys =
    "no AWS credentials: set aws_access_key_id and aws_secret_access_key, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

/// The search for keys, and what it has found.
struct Search {
    const AccessSource &source;
    AwsProfiles profiles;
    std::string profile; ///< the one in use, whose region counts

    explicit Search(const AccessSource &from)
        : source(from)
        , profiles(readAwsProfiles(from))
        , profile(from.param({"aws_profile_name"}))
    {
        if (profile.empty())
            profile = from.variable({"AWS_PROFILE", "AWS_DEFAULT_PROFILE"});
        if (profile.empty())
            profile = "default";
    }
};

AwsKeys keysOfEntry(const AccessSource &source)
{
    return {source.param({"aws_access_key_id"}), Secret(source.param({"aws_secret_access_key"})),
        Secret(source.param({"aws_session_token"}))};
}

AwsKeys keysOfEnvironment(const AccessSource &source)
{
    return {source.variable({"AWS_ACCESS_KEY_ID"}), Secret(source.variable({"AWS_SECRET_ACCESS_KEY"})),
        Secret(source.variable({"AWS_SESSION_TOKEN"}))};
}

// A pod's own role, as Kubernetes hands it in.
AwsRole roleOfEnvironment(const AccessSource &source)
{
    AwsRole role;
    role.arn = source.variable({"AWS_ROLE_ARN"});
    role.session = source.variable({"AWS_ROLE_SESSION_NAME"});
    role.webIdentityFile = source.variable({"AWS_WEB_IDENTITY_TOKEN_FILE"});
    return role;
}

ProfileKeys ambientKeys(const Search &search)
{
    if (AwsKeys keys = keysOfEnvironment(search.source); !keys.isEmpty())
        return {.keys = std::move(keys)};
    if (AwsRole role = roleOfEnvironment(search.source); !role.arn.empty() && role.byWebIdentity())
        return {.roles = {std::move(role)}};
    if (const auto found = search.profiles.find(search.profile); found != search.profiles.end() && !givesNothing(found->second))
        return keysOf(search.profiles, search.profile, search.source);
    ProfileKeys machine;
    machine.keySource = containerKeys(search.source, machine.problem);
    if (!machine.keySource.isUsed())
        machine.keySource = instanceKeys(search.source);
    if (!machine.keySource.isUsed())
        machine.problem = noKeys;
    return machine;
}

// The keys to begin with: the entry's own, its profile's, or what the environment has.
ProfileKeys baseKeys(const Search &search)
{
    if (AwsKeys keys = keysOfEntry(search.source); !keys.isEmpty())
        return {.keys = std::move(keys)};
    if (!search.source.param({"aws_access_key_id", "aws_secret_access_key"}).empty())
        return {.problem = "aws_access_key_id and aws_secret_access_key belong together: set both"};
    if (!search.source.param({"aws_profile_name"}).empty())
        return keysOf(search.profiles, search.profile, search.source);
    return ambientKeys(search);
}

ProfileKeys withRole(const Search &search)
{
    AwsRole role;
    role.arn = search.source.param({"aws_role_name"});
    role.session = search.source.param({"aws_session_name"});
    role.externalId = search.source.param({"aws_external_id"});
    const std::string identity = search.source.param({"aws_web_identity_token"});
    if (role.arn.empty() && identity.empty())
        return baseKeys(search);
    if (role.arn.empty())
        return {.problem = "aws_web_identity_token needs aws_role_name, the role to take on with it"};
    if (identity.empty()) {
        ProfileKeys found = baseKeys(search);
        // Where the pod has the wanted role already, there is nothing to take on.
        if (found.roles.empty() || found.roles.back().arn != role.arn)
            found.roles.push_back(std::move(role));
        return found;
    }
    const TokenSource token = tokenSource(identity, search.source);
    role.webIdentity = Secret(token.token);
    role.webIdentityFile = token.file;
    if (role.byWebIdentity())
        return {.roles = {std::move(role)}, .problem = token.problem};
    return {.problem = token.problem.empty() ? "aws_web_identity_token is empty" : token.problem};
}

std::string regionOf(const Search &search)
{
    const auto found = search.profiles.find(search.profile);
    for (std::string region : {search.source.param({"aws_region_name", "region_name"}), regionInModel(search.source.model),
             search.source.variable({"AWS_REGION_NAME", "AWS_REGION", "AWS_DEFAULT_REGION"}),
             found != search.profiles.end() && found->second.contains("region") ? found->second.at("region") : std::string()}) {
        if (!region.empty())
            return region;
    }
    return "us-west-2"; // LiteLLM's choice where nothing is said
}

// The region is a part of host names, so it is letters, digits and dashes.
bool isRegion(std::string_view text)
{
    const bool isPlain = std::all_of(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    static constexpr std::array<std::string_view, 10> parts {"af", "ap", "ca", "cn", "eu", "il", "me", "mx", "sa", "us"};
    const bool isPlace = text.find('-') == 2 && std::find(parts.begin(), parts.end(), text.substr(0, 2)) != parts.end();
    return isPlain && isPlace && std::count(text.begin(), text.end(), '-') >= 2 && text.back() >= '0' && text.back() <= '9';
}

std::string tokenServiceOf(const AccessSource &source, const std::string &region)
{
    std::string address = source.param({"aws_sts_endpoint"});
    if (address.empty())
        address = source.variable({"AWS_ENDPOINT_URL_STS"});
    if (address.empty())
        address = "https://sts." + region + (region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

bool speaksOfKeys(const AccessSource &source)
{
    return !source
                .param(
                    {"aws_access_key_id", "aws_secret_access_key", "aws_profile_name", "aws_role_name", "aws_web_identity_token"})
                .empty();
}

std::string fingerprint(const AwsAccess &aws)
{
    std::string roles;
    for (const AwsRole &role : aws.roles)
        roles += fingerprintOf({role.arn, role.session, role.externalId, role.webIdentity.reveal(), role.webIdentityFile});
    const AwsKeySource &source = aws.keySource;
    const std::string keySource = fingerprintOf({source.address, source.authorization.reveal(), source.authorizationFile});
    return fingerprintOf(
        {"aws", keySource, aws.keys.id, aws.keys.secret.reveal(), aws.keys.sessionToken.reveal(), aws.tokenService, roles});
}

} // namespace

std::string regionInModel(std::string_view model)
{
    while (!model.empty()) {
        const std::string_view part = model.substr(0, model.find_first_of("/:"));
        if (part.size() > 4 && isRegion(part))
            return std::string(part);
        model.remove_prefix(std::min(model.size(), part.size() + 1));
    }
    return {};
}

CloudAccess awsAccess(const AccessSource &source)
{
    const Search search(source);
    AwsAccess aws;
    aws.region = regionOf(search);
    aws.tokenService = tokenServiceOf(source, aws.region);
    std::string bearer = source.param({"api_key"});
    if (bearer.empty() && !speaksOfKeys(source))
        bearer = source.variable({"AWS_BEARER_TOKEN_BEDROCK"});
    CloudAccess access;
    if (!bearer.empty()) {
        aws.bearer = Secret(std::move(bearer));
    } else {
        ProfileKeys found = withRole(search);
        const bool needsKeys = found.roles.empty() || !found.roles.front().byWebIdentity();
        if (needsKeys && found.keys.isEmpty() && !found.keySource.isUsed() && found.problem.empty())
            found.problem = "no AWS keys to take the role on with";
        aws.keys = std::move(found.keys);
        aws.keySource = std::move(found.keySource);
        aws.roles = std::move(found.roles);
        access.problem = std::move(found.problem);
    }
    for (AwsRole &role : aws.roles) {
        if (role.session.empty())
            role.session = "gatehouse";
    }
    if (aws.keySource.kind == AwsKeySource::Kind::Instance)
        access.missing = noKeys;
    if (!aws.roles.empty() || aws.keySource.isUsed())
        access.fingerprint = fingerprint(aws);
    access.how = std::move(aws);
    return access;
}

} // namespace gatehouse::providers
