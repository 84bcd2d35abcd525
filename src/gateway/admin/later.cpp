// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/later.h"

#include "gateway/admin/answers.h"
#include "gateway/pipeline/admit.h"

namespace gatehouse::admin {

namespace {

void answerError(pipeline::Inbound &inbound, const Error &error)
{
    answerJson(inbound, translate::errorBody(error, Dialect::OpenAiChat), error.httpStatus());
}

std::string doorName(const std::string &path)
{
    return path.rfind("/v1/", 0) == 0 ? path.substr(3) : path;
}

std::string modelOf(const wire::JsonObject &body)
{
    return wire::jsonString(body.find("model")).value_or("None");
}

std::string noStore(const std::string &path)
{
    return "DB not connected. " + path + " needs the store of keys and spend, which this version of Gatehouse does not have yet.";
}

} // namespace

void sayNotServedYet(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string door = doorName(inbound.request.path);
    const auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return answerError(inbound, body.error());
    const std::string model = modelOf(*body);
    if (!context.snapshot->router.find(model))
        return answerError(
            inbound, pipeline::unknownModel(model, door, Dialect::OpenAiChat, context.snapshot->router.hasWildcards()));
    answerError(inbound,
        {Fault::NotBuiltYet,
            door + " is not served by this version of Gatehouse yet; /v1/chat/completions and /v1/messages are"});
}

void sayNoDatabase(pipeline::Context &, pipeline::Inbound inbound)
{
    answerError(inbound, {Fault::Internal, noStore(inbound.request.path), 0, {}, "None"});
}

void sayNoSpendStore(pipeline::Context &, pipeline::Inbound inbound)
{
    answerError(inbound, {Fault::Internal, noStore(inbound.request.path), 0, "internal_error", "None"});
}

} // namespace gatehouse::admin
