// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/aws_profiles.h"

#include "gateway/providers/text_file.h"

#include <algorithm>

namespace gatehouse::providers {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// "[profile blue]", "[profile \"blue sky\"]", "[default]"; in the credentials file "[blue]". Others, as sso-session, are none.
std::string_view profileIn(std::string_view line, bool isConfig)
{
    std::string_view name = trimmed(line.substr(1, line.find(']') - 1));
    constexpr std::string_view prefix = "profile";
    const bool isPrefixed = name.starts_with(prefix) && name.find_first_of(" \t") == prefix.size();
    if (isConfig && isPrefixed)
        name = trimmed(name.substr(prefix.size()));
    else if (isConfig && name != "default")
        return {};
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    return name;
}

std::string_view setting(const AwsProfile &profile, std::string_view name)
{
    const auto found = profile.find(name);
    return found == profile.end() ? std::string_view() : std::string_view(found->second);
}

AwsRole roleOf(const AwsProfile &profile)
{
    AwsRole role;
    role.arn = setting(profile, "role_arn");
    role.session = setting(profile, "role_session_name");
    role.externalId = setting(profile, "external_id");
    role.webIdentityFile = setting(profile, "web_identity_token_file");
    return role;
}

AwsKeys ownKeys(const AwsProfile &profile)
{
    return {std::string(setting(profile, "aws_access_key_id")), Secret(std::string(setting(profile, "aws_secret_access_key"))),
        Secret(std::string(setting(profile, "aws_session_token")))};
}

ProfileKeys problem(std::string text)
{
    return {.problem = std::move(text)};
}

bool isOtherWay(std::string_view name)
{
    return name == "credential_process" || name.starts_with("sso_");
}

std::string whyNone(const AwsProfile &profile)
{
    for (const auto &[name, value] : profile) {
        if (isOtherWay(name))
            return "the AWS profile relies on " + name + ", which is not served; use keys, a role or a web identity";
    }
    return "the AWS profile has neither keys nor a role";
}

class Chain
{
public:
    Chain(const AwsProfiles &profiles, const AccessSource &source)
        : m_profiles(profiles)
        , m_source(source)
    {
    }

    ProfileKeys follow(std::string_view name, int depth) const
    {
        const auto found = m_profiles.find(name);
        if (found == m_profiles.end())
            return problem("the AWS profile is not in the credentials or config file");
        const AwsProfile &profile = found->second;
        if (setting(profile, "role_arn").empty()) {
            AwsKeys keys = ownKeys(profile);
            return keys.isEmpty() ? problem(whyNone(profile)) : ProfileKeys {.keys = std::move(keys)};
        }
        ProfileKeys result = baseOf(found->first, profile, depth);
        result.roles.push_back(roleOf(profile));
        return result;
    }

private:
    // The keys with which the profile's role is taken on.
    ProfileKeys baseOf(std::string_view name, const AwsProfile &profile, int depth) const
    {
        constexpr int deepest = 5; // AWS allows chains, and nobody builds long ones
        const std::string_view base = setting(profile, "source_profile");
        if (!setting(profile, "web_identity_token_file").empty())
            return {};
        if (base == name)
            return {.keys = ownKeys(profile)};
        if (!base.empty())
            return depth < deepest ? follow(base, depth + 1) : problem("the AWS profiles name each other in a circle");
        return bySource(setting(profile, "credential_source"));
    }

    ProfileKeys bySource(std::string_view source) const
    {
        ProfileKeys result;
        if (source == "Environment")
            result.keys = {m_source.variable({"AWS_ACCESS_KEY_ID"}), Secret(m_source.variable({"AWS_SECRET_ACCESS_KEY"})),
                Secret(m_source.variable({"AWS_SESSION_TOKEN"}))};
        else if (source == "EcsContainer")
            result.keySource = containerKeys(m_source, result.problem);
        else if (source == "Ec2InstanceMetadata")
            result.keySource = instanceKeys(m_source);
        else
            result.problem = "the AWS profile has a role but no source_profile to take it on with";
        return result;
    }

    const AwsProfiles &m_profiles;
    const AccessSource &m_source;
};

} // namespace

void addAwsProfiles(AwsProfiles &profiles, std::string_view text, bool isConfig)
{
    AwsProfile *profile = nullptr;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t equals = line.find('=');
        if (line.starts_with('[')) {
            const std::string_view name = profileIn(line, isConfig);
            profile = name.empty() ? nullptr : &profiles[std::string(name)];
        } else if (profile && equals != line.npos && line.find_first_of("#; \t") != 0) {
            profile->try_emplace(std::string(trimmed(line.substr(0, equals))), trimmed(line.substr(equals + 1)));
        }
    }
}

AwsProfiles readAwsProfiles(const AccessSource &source)
{
    const auto place = [&](const char *variable, const char *usual) {
        const std::string path = source.variable({variable});
        return path.empty() ? source.variable({"HOME"}) + usual : path;
    };
    AwsProfiles profiles;
    if (const auto text = readTextFile(place("AWS_SHARED_CREDENTIALS_FILE", "/.aws/credentials")))
        addAwsProfiles(profiles, *text, false);
    if (const auto text = readTextFile(place("AWS_CONFIG_FILE", "/.aws/config")))
        addAwsProfiles(profiles, *text, true);
    return profiles;
}

bool givesNothing(const AwsProfile &profile)
{
    const bool hasOtherWay = std::any_of(profile.begin(), profile.end(), [](const auto &each) { return isOtherWay(each.first); });
    return !hasOtherWay && ownKeys(profile).isEmpty() && setting(profile, "role_arn").empty();
}

ProfileKeys keysOf(const AwsProfiles &profiles, std::string_view name, const AccessSource &source)
{
    return Chain(profiles, source).follow(name, 0);
}

} // namespace gatehouse::providers
