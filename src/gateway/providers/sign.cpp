// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/sign.h"

#include "gateway/providers/sigv4.h"

namespace gatehouse::providers {

namespace {

Result<> signForAws(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers)
{
    const AwsAccess &aws = *deployment.cloud.aws();
    if (!aws.bearer.isEmpty()) {
        headers.set("authorization", "Bearer " + aws.bearer.reveal());
        return {};
    }
    const AwsKeys &keys = request.grant ? request.grant->keys : aws.keys;
    // Only what is sent unchanged may be signed; the host is added by the signature itself.
    wire::Headers signable;
    if (headers.has("content-type"))
        signable.add("content-type", headers.value("content-type"));
    const auto signature =
        signedHeaders({request.method, request.url, signable, request.body}, {aws.region, aws.service}, keys, now);
    for (const auto &[name, value] : signature)
        headers.set(name, value);
    return {};
}

Secret bearerOf(const CloudAccess &cloud, const Grant *grant)
{
    const EntraAccess *entra = cloud.entra();
    return grant ? grant->bearer : entra ? entra->token : Secret();
}

} // namespace

Error refusal(const Deployment &deployment, const std::string &why)
{
    return {Fault::Authentication, "litellm.AuthenticationError: " + deployment.provider.title + "Exception - " + why};
}

Result<> sign(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers)
{
    const CloudAccess &cloud = deployment.cloud;
    if (!cloud.isUsed())
        return {};
    if (!cloud.problem.empty())
        return Failure {refusal(deployment, cloud.problem)};
    const bool lacksGrant = cloud.isFetched() && !request.grant;
    if (cloud.aws() && !lacksGrant)
        return signForAws(deployment, request, now, headers);
    const Secret bearer = bearerOf(cloud, request.grant);
    if (lacksGrant || bearer.isEmpty())
        return Failure {refusal(deployment, "no token was fetched before the request")};
    headers.set("authorization", "Bearer " + bearer.reveal());
    return {};
}

} // namespace gatehouse::providers
