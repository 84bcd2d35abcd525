// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/access.h"

#include <map>
#include <string>
#include <string_view>

/// The shared files of AWS's tools: ~/.aws/credentials and ~/.aws/config.
namespace gatehouse::providers {

/// Settings of one profile: aws_access_key_id, role_arn, region, …
using AwsProfile = std::map<std::string, std::string, std::less<>>;
using AwsProfiles = std::map<std::string, AwsProfile, std::less<>>;

/// Adds the profiles of an INI text to \a profiles; what stands there already stays. In the config file (\a isConfig) sections
/// are called "profile name" but for default. Nested settings and everything that is no setting is passed over.
void addAwsProfiles(AwsProfiles &profiles, std::string_view text, bool isConfig);

/// The profiles of AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, or of the usual places under HOME. A file that cannot be read
/// has none.
AwsProfiles readAwsProfiles(const AccessSource &source);

/// What a profile gives: keys, and roles to take on with them. Follows source_profile; \a problem says what is not to be had.
struct ProfileKeys {
    AwsKeys keys = {};
    std::vector<AwsRole> roles = {};
    std::string problem = {};
};
ProfileKeys keysOf(const AwsProfiles &profiles, std::string_view name, const AccessSource &source);

} // namespace gatehouse::providers
