// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/response_desk.h"

#include "gateway/translate/edits.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::pipeline {

namespace {

Error unknown(const std::string &id)
{
    return {Fault::BadRequest, "Previous response with id '" + id + "' not found.", 0, "invalid_request_error",
        "previous_response_id"};
}

std::string_view prefixOf(std::string_view type)
{
    if (type == "function_call")
        return "fc_";
    if (type == "function_call_output")
        return "fco_";
    return type == "reasoning" ? "rs_" : "msg_";
}

// A text as the one part that it stands for.
std::string asPart(std::string_view textJson, bool isAssistants)
{
    std::string part = isAssistants ? R"([{"type":"output_text","annotations":[],"text":)" : R"([{"type":"input_text","text":)";
    return part.append(textJson).append("}]");
}

std::string listed(std::string_view item)
{
    using namespace translate;
    const std::string_view type = innerOf(member(item, "type")), content = member(item, "content");
    Edits edits(item);
    std::string first;
    if (!isString(member(item, "id")))
        first = "\"id\":\"" + newId(prefixOf(type)) + "\"";
    if (type.empty())
        first += std::string(first.empty() ? "" : ",") + "\"type\":\"message\"";
    if (!first.empty())
        edits.prepend(item, std::move(first));
    if (isString(content) && (type.empty() || type == "message"))
        edits.replace(content, asPart(content, innerOf(member(item, "role")) == "assistant"));
    std::string result;
    edits.apply(result);
    return result;
}

} // namespace

std::string listedItems(std::string_view input)
{
    using namespace translate;
    if (isString(input))
        return listed(R"({"role":"user","content":)" + std::string(input) + "}");
    std::string items;
    for (JsonItems walk(input); walk.next();) {
        items += items.empty() ? "" : ",";
        items += listed(walk.raw());
    }
    return items;
}

Identity userOf(const Identity &identity, const Settings &settings)
{
    return {identity.alias, identity.isAdmin || settings.sharesResponses, identity.caller};
}

bool mayUse(const Identity &identity, std::string_view owner)
{
    return identity.isAdmin || ownerOf(identity) == owner;
}

bool mayUse(const Identity &identity, const WrappedResponse &response, const Secret &key)
{
    return identity.isAdmin || response.seal == sealOf(key, ownerOf(identity), response.id);
}

Error othersResponse()
{
    return {Fault::Forbidden, "Forbidden. The response id is not associated with the user, who this key belongs to.", 0,
        "auth_error", "None"};
}

Result<> ResponseDesk::recall(wire::Call &call, routing::Route &route)
{
    const std::string_view raw = call.body.find("previous_response_id");
    if (wire::jsonIsNull(raw))
        return {};
    const std::string id = wire::jsonString(raw).value_or("");
    const Clock::Instant now = m_context.clock.now();
    if (const auto kept = m_context.shared.responses.find(id, now)) {
        if (!mayUse(m_identity, kept->owner))
            return Failure {othersResponse()};
        auto items = m_context.shared.responses.conversation(kept, now);
        if (!items)
            return Failure {unknown(kept->previous)};
        call.earlierItems = std::move(*items);
        return {};
    }
    if (const auto response = unwrapped(id)) {
        if (!mayUse(m_identity, *response, m_key))
            return Failure {othersResponse()};
        call.previousId = response->id;
        route.keepTo(response->deployment);
        return {};
    }
    // A provider's own name says nothing of whose it is.
    if (!m_identity.isAdmin)
        return Failure {unknown(id)};
    return {};
}

void ResponseDesk::serve(const wire::Call &call, const Deployment &deployment)
{
    m_call = &call;
    m_deployment = &deployment;
}

std::string ResponseDesk::clientsId(std::string_view providersId)
{
    WrappedResponse response {m_deployment->provider.name, m_deployment->id, std::string(providersId)};
    response.seal = sealOf(m_key, ownerOf(m_identity), providersId);
    return wrapped(response);
}

void ResponseDesk::onWhole(std::string_view response)
{
    if (m_call->body.find("store") == "false")
        return;
    ResponseStore::Kept kept;
    kept.id = translate::textOf(translate::member(response, "id"));
    kept.owner = ownerOf(m_identity);
    if (!m_call->earlierItems.empty())
        kept.previous = wire::jsonString(m_call->body.find("previous_response_id")).value_or("");
    kept.response = response;
    kept.input = listedItems(m_call->body.find("input"));
    m_context.shared.responses.keep(std::move(kept), m_context.clock.now());
}

} // namespace gatehouse::pipeline
