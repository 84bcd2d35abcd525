// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/doors.h"

#include "gateway/auth/entrance.h"
#include "gateway/front/cors.h"
#include "gateway/front/endpoints.h"
#include "gateway/front/guards.h"
#include "gateway/pipeline/pass_through.h"

namespace gatehouse::front {

namespace {

void refuse(wire::Reply &reply, const Error &error, Dialect dialect)
{
    reply.send({error.httpStatus(), {{"content-type", "application/json"}}}, translate::errorBody(error, dialect));
}

void refuseRoute(wire::Reply &reply, const std::string &allowed)
{
    const Error error =
        allowed.empty() ? Error {Fault::RouteNotFound, "Not Found"} : Error {Fault::MethodNotAllowed, "Method Not Allowed"};
    wire::Head head {error.httpStatus(), {{"content-type", "application/json"}}};
    if (!allowed.empty())
        head.headers.add("allow", allowed);
    reply.send(std::move(head), translate::errorBody(error, Dialect::OpenAiChat));
}

Result<Identity> pass(const Endpoint &endpoint, const wire::Request &request, pipeline::Context &context)
{
    if (endpoint.guard == Guard::Open)
        return Identity {};
    if (auto entered = auth::mayEnter(request, context.snapshot->settings.auth); !entered)
        return Failure {entered.error()};
    if (endpoint.guard == Guard::Admitted)
        return Identity {};
    auto identity = context.identify(request, endpoint.dialect);
    if (!identity)
        return identity;
    if (auto allowed = checkGuard(endpoint, request, *identity->caller); !allowed)
        return Failure {allowed.error()};
    return identity;
}

} // namespace

void open(pipeline::Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply)
{
    reply = withCors(request, std::move(reply));
    if (isPreflight(request))
        return answerPreflight(request, *reply);
    Match found = match(request.method, request.path);
    if (!found.endpoint) {
        if (const auto *rule = pipeline::passThroughRule(context, request)) {
            if (auto entered = auth::mayEnter(request, context.snapshot->settings.auth); !entered)
                return refuse(*reply, entered.error(), Dialect::OpenAiChat);
            return pipeline::PassThrough::begin(context, std::move(request), std::move(reply), *rule);
        }
    }
    if (!found.endpoint)
        return refuseRoute(*reply, found.allowed);
    auto identity = pass(*found.endpoint, request, context);
    if (!identity)
        return refuse(*reply, identity.error(), found.endpoint->dialect);
    const Endpoint &row = *found.endpoint;
    row.handler(context,
        {std::move(request), std::move(reply), row.dialect, row.operation, std::move(found.model), std::move(*identity), {},
            false, row.streams});
}

bool isStreamed(const pipeline::Context &context, const wire::Request &request)
{
    const Match found = match(request.method, request.path);
    if (found.endpoint)
        return found.endpoint->body == Body::Streamed;
    const auto *rule = pipeline::passThroughRule(context, request);
    return rule && pipeline::isPassedAsItComes(*rule, request);
}

} // namespace gatehouse::front
