// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Where a machine or container of AWS's finds the keys of its own role.
#include "gateway/providers/aws_profiles.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

std::string_view hostOf(std::string_view address)
{
    const std::size_t scheme = address.find("://");
    address.remove_prefix(scheme == address.npos ? 0 : scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    address.remove_prefix(address.rfind('@') + 1); // npos + 1 is 0
    return address.starts_with('[') ? address.substr(0, address.find(']') + 1) : address.substr(0, address.find(':'));
}

// In clear an authorization goes to this machine, or to the addresses that ECS and EKS have for it, and nowhere else.
bool isSafe(std::string_view address)
{
    static constexpr std::array<std::string_view, 5> near {
        "localhost", "169.254.170.2", "169.254.170.23", "[::1]", "[fd00:ec2::23]"};
    const std::string_view host = hostOf(address);
    const bool isLoopback = host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos;
    const bool isNear = isLoopback || std::find(near.begin(), near.end(), host) != near.end();
    return address.starts_with("https://") || (address.starts_with("http://") && isNear);
}

} // namespace

AwsKeySource containerKeys(const AccessSource &source, std::string &problem)
{
    AwsKeySource keys;
    const std::string relative = source.variable({"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"});
    keys.address = relative.empty() ? source.variable({"AWS_CONTAINER_CREDENTIALS_FULL_URI"}) : "http://169.254.170.2" + relative;
    if (keys.address.empty())
        return keys;
    if (!isSafe(keys.address))
        problem = "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor an address of this machine";
    keys.kind = AwsKeySource::Kind::Container;
    keys.authorization = Secret(source.variable({"AWS_CONTAINER_AUTHORIZATION_TOKEN"}));
    keys.authorizationFile = source.variable({"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"});
    return keys;
}

AwsKeySource instanceKeys(const AccessSource &source)
{
    AwsKeySource keys;
    if (source.variable({"AWS_EC2_METADATA_DISABLED"}) == "true")
        return keys;
    keys.kind = AwsKeySource::Kind::Instance;
    keys.address = source.variable({"AWS_EC2_METADATA_SERVICE_ENDPOINT"});
    if (keys.address.empty())
        keys.address = "http://169.254.169.254";
    while (keys.address.ends_with('/'))
        keys.address.pop_back();
    return keys;
}

} // namespace gatehouse::providers
