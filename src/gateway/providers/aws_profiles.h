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

/// What a profile gives: keys or where to fetch them, and roles to take on with them. Follows source_profile; \a problem says
/// what is not to be had.
struct ProfileKeys {
    AwsKeys keys = {};
    AwsKeySource keySource = {};
    std::vector<AwsRole> roles = {};
    std::string problem = {};
};
ProfileKeys keysOf(const AwsProfiles &profiles, std::string_view name, const AccessSource &source);
/// Whether a profile has neither keys nor a role nor another way to them, as one that only names a region.
bool givesNothing(const AwsProfile &profile);

/// The keys that lie ready beside a container, by AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or …_FULL_URI; unused where neither
/// is set. \a problem says that an address is none to send an authorization to.
AwsKeySource containerKeys(const AccessSource &source, std::string &problem);
/// Those at the metadata service of the instance; unused where AWS_EC2_METADATA_DISABLED says so.
AwsKeySource instanceKeys(const AccessSource &source);

} // namespace gatehouse::providers
