// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// From a call to the body that a provider is sent:
//   the gateway's own fields out → the caller's words read, the provider's written (or relayed as they are) → extra_body → sealed
#include "gateway/translate/bedrock_invoke.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/files.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/vertex_claude.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

namespace gatehouse::translate {

namespace {

Target targetOf(const wire::Call &call, const Addressee &to, const Policy &policy)
{
    Target target {to.deployment, to.model, to.dialect, call.stream};
    // Whoever is nearer to the call decides: the request, then the deployment, then the house.
    target.dropParams = call.options.dropParams.value_or(to.deployment.dropParams.value_or(policy.dropParams));
    target.modifyParams = policy.modifyParams;
    target.summarizeReasoning = policy.summarizeReasoning;
    target.allowed = to.deployment.allowedOpenAiParams;
    target.allowed.insert(target.allowed.end(), call.options.allowedOpenAiParams.begin(), call.options.allowedOpenAiParams.end());
    return target;
}

// extra_body goes to the provider as it is: it is the way past the gateway for a provider's own fields, also for names that
// the gateway takes for its own. It may not say what model answers, with what messages, or how the answer comes.
void offerExtras(Members &members, std::string_view extraBody, const DialectRow &dialect)
{
    Members extras(extraBody);
    extras.eraseIf([&](std::string_view name) {
        return name == "model" || name == dialect.question || name == "stream" || name == "stream_options";
    });
    const std::string_view more = dialect.settings.empty() ? std::string_view() : extras.find(dialect.settings);
    if (!more.empty() && members.has(dialect.settings)) {
        Members settings(members.find(dialect.settings));
        settings.offerAll(Members(more));
        wire::JsonWriter json;
        json.beginObject();
        for (const auto &[name, raw] : settings)
            json.key(name).raw(raw);
        members.set(dialect.settings, json.endObject().take());
    }
    members.offerAll(std::move(extras));
}

std::string written(const Members &members, const Target &target)
{
    const DialectRow &dialect = row(target.dialect);
    std::size_t size = 64 + target.model.size();
    for (const auto &member : members)
        size += member.name.size() + member.raw.size() + 4;
    std::string body = "{";
    body.reserve(size);
    const auto begin = [&body](std::string_view name) {
        if (body.size() > 1)
            body += ',';
        wire::appendJsonString(body, name);
        body += ':';
    };
    const bool isInAddress = isInvoked(target); // the model, and whether a stream is wanted
    if (dialect.namesModel && !isInAddress && !isClaudeOnVertex(target)) {
        begin("model");
        wire::appendJsonString(body, target.model);
    }
    for (const auto &[name, raw] : members) {
        if ((name == "model" && dialect.namesModel) || name == "stream")
            continue;
        begin(name);
        body += raw;
    }
    if (dialect.saysStream && !isInAddress && (target.stream || dialect.streamsUnasked)) {
        begin("stream");
        body += target.stream ? "true" : "false";
    }
    body += '}';
    return body;
}

Failure<Error> withTitle(Error error, const Target &target)
{
    if (error.fault == Fault::BadRequest)
        error.message = target.deployment.provider.title + "Exception - " + error.message;
    return {std::move(error)};
}

Result<> checkQuestion(const Members &members, Dialect door)
{
    const bool isAnthropic = door == Dialect::AnthropicMessages;
    if ((door != Dialect::OpenAiChat && !isAnthropic) || wire::jsonKind(members.find("messages")) == 'a')
        return {};
    Error error {Fault::InvalidRequest, "Invalid request format: messages must be an array of messages"};
    if (isAnthropic)
        error.message = "messages: an array of messages is required";
    error.param = "messages";
    return Failure {std::move(error)};
}

// What is done after the words are the provider's, whoever wrote them.
Result<Encoded> finish(ProviderRequest request, const wire::Call &call, const Target &target)
{
    const DialectRow &dialect = row(target.dialect);
    offerExtras(request.members, call.body.find("extra_body"), dialect);
    offerExtras(request.members, target.deployment.extraBody, dialect);
    if (dialect.seal) {
        if (auto sealed = dialect.seal(request.members, target); !sealed)
            return Failure {std::move(sealed).error()};
    }
    putVersionIntoBody(request.members, target);
    putFieldsIntoBody(request.members, target, request.betas, call.forward);
    Encoded encoded {written(request.members, target), {}, request.jsonTool};
    std::string betas;
    for (const std::string &beta : request.betas)
        betas += (betas.empty() ? "" : ",") + beta;
    if (!betas.empty())
        encoded.headers.add("anthropic-beta", betas);
    return encoded;
}

Result<Encoded> relayed(Members members, const wire::Call &call, const Target &target)
{
    if (auto done = row(target.dialect).relayRequest(members, target); !done)
        return Failure {std::move(done).error()};
    if (target.files && !target.files->wanted.empty())
        return Encoded {};
    return finish({std::move(members)}, call, target);
}

Result<Encoded> translated(Members members, const wire::Call &call, const Target &target, Dialect spoken)
{
    const DialectRow &from = row(spoken), &to = row(target.dialect);
    const bool saysOpenAi = spoken == Dialect::OpenAiChat;
    if (saysOpenAi)
        offerDefaults(members, target.deployment);
    if (saysOpenAi && to.fit) {
        if (auto fitted = to.fit(members, target); !fitted)
            return Failure {std::move(fitted).error()};
    }
    auto conversation = from.readRequest(members);
    if (!conversation)
        return withTitle(std::move(conversation).error(), target);
    if (!putFiles(*conversation, target))
        return Encoded {};
    if (call.dialect == Dialect::OpenAiResponses) {
        if (auto fitted = fitFromResponses(*conversation, target); !fitted)
            return withTitle(std::move(fitted).error(), target);
    }
    if (!saysOpenAi && target.dialect != Dialect::OpenAiChat) {
        if (auto offered = offerDefaults(*conversation, target.deployment); !offered)
            return withTitle(std::move(offered).error(), target);
    }
    if (from.concede) {
        if (auto conceded = from.concede(*conversation, target); !conceded)
            return Failure {std::move(conceded).error()};
    }
    auto request = to.writeRequest(*conversation, target);
    if (!request)
        return withTitle(std::move(request).error(), target);
    auto encoded = finish(std::move(*request), call, target);
    // Raw text is UTF-8 already; a lone surrogate in an escape that was decoded on the way would not be.
    if (encoded && !wire::isUtf8(encoded->body))
        return withTitle(
            Error {Fault::BadRequest, "the request holds text that is not valid Unicode (a lone surrogate)"}, target);
    return encoded;
}

} // namespace

Result<Encoded> encodeChat(Members members, const wire::Call &call, const Target &target)
{
    Dialect spoken = call.dialect;
    if (spoken != target.dialect && row(spoken).asChat) {
        if (auto done = row(spoken).asChat(members, target); !done)
            return Failure {std::move(done).error()};
        spoken = Dialect::OpenAiChat;
    }
    return spoken == target.dialect ? relayed(std::move(members), call, target)
                                    : translated(std::move(members), call, target, spoken);
}

Result<Encoded> encode(const wire::Call &call, const Addressee &to, const Policy &policy, Files *files)
{
    Target target = targetOf(call, to, policy);
    if (call.operation == Operation::Chat)
        target.files = files;
    Members members(call.body);
    members.eraseIf([&](std::string_view name) { return isGatewayField(name, call.dialect); });
    dropListed(members, to.deployment.additionalDropParams);
    dropListed(members, call.options.additionalDropParams);
    if (call.operation != Operation::Chat)
        return encodeOperation(std::move(members), call, target);
    if (auto asked = checkQuestion(members, call.dialect); !asked)
        return Failure {std::move(asked).error()};
    if (call.dialect == Dialect::OpenAiResponses)
        continueEarlier(members, call, to.dialect);
    return encodeChat(std::move(members), call, target);
}

} // namespace gatehouse::translate
