// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <string>
#include <variant>
#include <vector>

namespace gatehouse {

/// An access key of AWS, permanent or (with a session token) temporary.
struct AwsKeys {
    std::string id = {};
    Secret secret = {};
    Secret sessionToken = {};
    bool isEmpty() const { return id.empty() || secret.isEmpty(); }
};

/// A role to take on, by AssumeRole, or by AssumeRoleWithWebIdentity where a web identity is given.
struct AwsRole {
    std::string arn = {};
    std::string session = {};         ///< RoleSessionName
    std::string externalId = {};      ///< empty = none
    Secret webIdentity = {};          ///< the token itself, or
    std::string webIdentityFile = {}; ///< the file it stands in, read anew for each use
    bool byWebIdentity() const { return !webIdentity.isEmpty() || !webIdentityFile.empty(); }
};

/// Where keys are fetched that stand in no file or variable: beside a container, or at the metadata service of an instance.
struct AwsKeySource {
    enum class Kind { None, Container, Instance };
    Kind kind = Kind::None;
    std::string address = {};
    Secret authorization = {};          ///< sent to a container's service, or
    std::string authorizationFile = {}; ///< the file it stands in, read anew for each use
    bool isUsed() const { return kind != Kind::None; }
};

/// How AWS is shown who calls: a bearer token, or a key that signs, after the roles have been taken on one after the other.
struct AwsAccess {
    Secret bearer = {};
    AwsKeys keys = {};
    AwsKeySource keySource = {}; ///< used in place of keys
    std::vector<AwsRole> roles = {};
    std::string region = {};         ///< "us-east-1": where requests go, and a part of what is signed
    std::string service = "bedrock"; ///< the service's name in signatures
    std::string tokenService = {};   ///< address of STS, without trailing slash
};

/// How Google is shown who calls: the key of a service account signs an assertion, a user's refresh token
/// is handed in, or the metadata server of the machine is asked.
struct GoogleAccess {
    std::string project = {};
    std::string location = {}; ///< "us-central1", "global"
    std::string tokenService = {};
    std::string email = {}, keyId = {};
    Secret privateKey = {}; ///< PEM; empty = a user's refresh token counts
    std::string clientId = {};
    Secret clientSecret = {}, refreshToken = {};
    std::string metadataService = {}; ///< address, without trailing slash; used in place of all of these
};

/// How Microsoft Entra is shown who calls: a token as it is, or what a token is given for.
struct EntraAccess {
    Secret token = {};
    std::string tokenService = {}; ///< the tenant's whole token address
    std::string clientId = {}, scope = {};
    Secret clientSecret = {};
    Secret assertion = {};          ///< a federated token, or
    std::string assertionFile = {}; ///< the file it stands in, read anew for each use
    std::string user = {};
    Secret password = {};
    std::string identityService = {}; ///< address of the machine's managed identity, used in place of all but scope and clientId
    Secret identityHeader = {};       ///< what an app shows there; empty = it is a virtual machine's
};

/// What a deployment shows its cloud. Filled by providers/, turned into a Grant by credentials/.
struct CloudAccess {
    std::variant<std::monostate, AwsAccess, GoogleAccess, EntraAccess> how = {};
    std::string fingerprint = {}; ///< the same for the same credential, in whatever deployment; empty = nothing is fetched
    std::string problem = {};     ///< why there is no credential, for the caller; empty = there is one
    std::string missing = {};     ///< what was looked for in vain, where the machine's own identity is the last hope

    /// A grant has to be fetched before anything can be sent.
    bool isFetched() const { return !fingerprint.empty() && problem.empty(); }
    bool isUsed() const { return how.index() != 0 || !problem.empty(); }
    const AwsAccess *aws() const { return std::get_if<AwsAccess>(&how); }
    const GoogleAccess *google() const { return std::get_if<GoogleAccess>(&how); }
    const EntraAccess *entra() const { return std::get_if<EntraAccess>(&how); }
};

} // namespace gatehouse
