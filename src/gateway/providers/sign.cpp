// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/sign.h"

#include "gateway/providers/sigv4.h"

namespace gatehouse::providers {

namespace {

Failure<Error> refused(const Deployment &deployment, const std::string &why)
{
    return {Error {Fault::Authentication, "litellm.AuthenticationError: " + deployment.provider.title + "Exception - " + why}};
}

Result<> signForAws(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers)
{
    const AwsAccess &aws = *deployment.cloud.aws();
    if (!aws.bearer.isEmpty()) {
        headers.set("authorization", "Bearer " + aws.bearer.reveal());
        return {};
    }
    if (!aws.roles.empty())
        return refused(deployment, "roles (aws_role_name, web identities) are not assumed by this version of Gatehouse yet");
    // Only what is sent unchanged may be signed; the host is added by the signature itself.
    const wire::Headers signable {{"content-type", "application/json"}};
    const auto signature = signedHeaders({"POST", request.url, signable, request.body}, {aws.region, aws.service}, aws.keys, now);
    for (const auto &[name, value] : signature)
        headers.set(name, value);
    return {};
}

} // namespace

Result<> sign(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers)
{
    const CloudAccess &cloud = deployment.cloud;
    if (!cloud.isUsed())
        return {};
    if (!cloud.problem.empty())
        return refused(deployment, cloud.problem);
    if (cloud.aws())
        return signForAws(deployment, request, now, headers);
    if (const EntraAccess *entra = cloud.entra(); entra && !entra->token.isEmpty()) {
        headers.set("authorization", "Bearer " + entra->token.reveal());
        return {};
    }
    return refused(deployment, "tokens of this kind are not fetched by this version of Gatehouse yet");
}

} // namespace gatehouse::providers
