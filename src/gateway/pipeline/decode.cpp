// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/decode.h"

#include "gateway/pipeline/decode_options.h"

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

// There is no body to read; what is asked for, the doors of responses have said.
wire::Call keptResponse(const Inbound &inbound)
{
    wire::Call call;
    call.dialect = Dialect::OpenAiResponses;
    call.operation = inbound.operation;
    call.path = "/responses";
    call.model = inbound.pathModel;
    call.verb = toString(inbound.request.method);
    call.tail = inbound.tail;
    call.options.disableFallbacks = true;
    return call;
}

Failure<Error> wrong(std::string message, std::string param = {})
{
    return {Error {Fault::InvalidRequest, std::move(message), 0, {}, std::move(param)}};
}

Failure<Error> missing(const wire::Call &call, const std::string &name)
{
    const std::string message = call.path + ": Missing required parameter: '" + name + "'.";
    return {Error {Fault::InvalidRequest, message, 0, {}, name, message}};
}

/// What a request to a door cannot be without.
struct Door {
    Operation operation;
    Dialect dialect;           ///< the caller's
    std::string_view name;     ///< for all paths that lead to it: LiteLLM's messages name it so
    std::string_view question; ///< the member that is required; empty = the translation says what is missing
    char kind = 0;             ///< its kind, as wire::jsonKind() says it; 0 = any
};

constexpr std::array doors {
    Door {Operation::Chat, Dialect::OpenAiChat, "/chat/completions", "messages", 'a'},
    Door {Operation::Chat, Dialect::AnthropicMessages, "/v1/messages", "messages", 'a'},
    Door {Operation::Chat, Dialect::OpenAiText, "/completions", "prompt"},
    Door {Operation::Chat, Dialect::OpenAiResponses, "/responses", "input"},
    Door {Operation::Chat, Dialect::GeminiGenerate, "/models:generateContent", "contents"},
    Door {Operation::CountTokens, Dialect::AnthropicMessages, "/v1/messages/count_tokens", "messages", 'a'},
    Door {Operation::CountTokens, Dialect::GeminiGenerate, "/models:countTokens", ""},
    Door {Operation::Embedding, Dialect::OpenAiChat, "/embeddings", "input"},
    Door {Operation::Moderation, Dialect::OpenAiChat, "/moderations", "input"},
    Door {Operation::Rerank, Dialect::OpenAiChat, "/rerank", "query"},
    Door {Operation::ImageGeneration, Dialect::OpenAiChat, "/images/generations", "prompt"},
    Door {Operation::ImageEdit, Dialect::OpenAiChat, "/images/edits", ""},
    Door {Operation::Transcription, Dialect::OpenAiChat, "/audio/transcriptions", ""},
    Door {Operation::AudioTranslation, Dialect::OpenAiChat, "/audio/translations", ""},
    Door {Operation::Speech, Dialect::OpenAiChat, "/audio/speech", "input"},
};

const Door &doorOf(const Inbound &inbound)
{
    const auto door = std::find_if(doors.begin(), doors.end(),
        [&](const Door &row) { return row.operation == inbound.operation && row.dialect == inbound.dialect; });
    Q_ASSERT(door != doors.end());
    return *door;
}

Result<> checkForbidden(const wire::JsonObject &body, const Settings &settings)
{
    for (const char *name : {"api_base", "base_url"}) {
        if (body.has(name)) {
            return Failure {Error {Fault::Unauthorized,
                "Authentication Error, Rejected Request: " + std::string(name)
                    + " is not allowed in request body. Clientside passthrough requires explicit admin opt-in via either "
                      "`general_settings.allow_client_side_credentials = true` (proxy-wide) or "
                      "`configurable_clientside_auth_params` on the deployment in your proxy config.yaml.",
                0, "auth_error", "None"}};
        }
    }
    if (settings.allowMockTesting)
        return {};
    for (std::size_t i = 0; i < body.size(); ++i) {
        const std::string name(body.at(i).name);
        if (name != "mock_timeout" && name.rfind("mock_testing_", 0) != 0)
            continue;
        const std::string message = "Mock testing request params are disabled on this proxy: " + name
            + ". An admin can enable them by setting `general_settings.dangerously_allow_mock_testing_request_params: true` in "
              "config.yaml. "
              "This setting cannot be changed from the Admin UI or the API.";
        return Failure {Error {Fault::BadRequest, message, 0, "None", "None", message}};
    }
    return {};
}

/// What the operator has all calls of this kind sent to, whatever they ask for.
const std::string &settledModel(Operation operation, const Settings &settings)
{
    const std::string *own = nullptr;
    switch (operation) {
    case Operation::Embedding: own = &settings.embeddingModel; break;
    case Operation::Moderation: own = &settings.moderationModel; break;
    case Operation::ImageGeneration: own = &settings.imageModel; break;
    default: break;
    }
    return own && !own->empty() ? *own : settings.completionModel;
}

Result<> readModel(wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    if (const std::string &settled = settledModel(call.operation, settings); !settled.empty()) {
        call.model = settled;
        return {};
    }
    if (!inbound.pathModel.empty()) {
        call.model = inbound.pathModel;
        return {};
    }
    const std::string_view raw = call.body.find("model");
    if (wire::jsonIsNull(raw)) {
        call.model = "None";
        return {};
    }
    const auto model = wire::jsonString(raw);
    if (!model)
        return wrong(call.path + ": 'model' must be a string.", "model");
    call.model = *model;
    return {};
}

Result<> readShape(wire::Call &call, const Door &door, const Settings &settings)
{
    const std::string question(door.question);
    const std::string_view asked = call.body.find(question);
    if (!question.empty() && wire::jsonIsNull(asked))
        return missing(call, question);
    if (door.kind == 'a' && wire::jsonKind(asked) != 'a')
        return wrong("Invalid request format: '" + question + "' must be an array.");
    const bool isMessages = call.dialect == Dialect::AnthropicMessages && call.operation == Operation::Chat;
    if (isMessages && wire::jsonIsNull(call.body.find("max_tokens")))
        return missing(call, "max_tokens");
    if (call.dialect == Dialect::GeminiGenerate)
        return {}; // the path has said it
    if (const std::string_view stream = call.body.find("stream"); !wire::jsonIsNull(stream)) {
        const auto flag = wire::jsonBool(stream);
        if (!flag)
            return wrong(call.path + ": 'stream' must be true or false.", "stream");
        call.stream = *flag;
    }
    call.wantsUsage = settings.alwaysIncludeUsage;
    if (const std::string_view options = call.body.find("stream_options"); wire::jsonKind(options) == 'o') {
        if (const auto object = wire::JsonObject::parse(std::string(options)))
            call.wantsUsage = call.wantsUsage || wire::jsonBool(object->find("include_usage")).value_or(false);
    }
    return {};
}

bool isForm(const wire::Request &request)
{
    const std::string type = wire::lowered(request.headers.value("content-type"));
    return type.rfind("application/x-www-form-urlencoded", 0) == 0 || type.rfind("multipart/form-data", 0) == 0;
}

} // namespace

Result<wire::Call> decode(Inbound &inbound, const Settings &settings)
{
    if (inbound.operation == Operation::StoredResponse)
        return keptResponse(inbound);
    const Door &door = doorOf(inbound);
    wire::Call call;
    call.dialect = inbound.dialect;
    call.operation = inbound.operation;
    call.path = door.name;
    call.stream = inbound.streams;
    if (inbound.streams && inbound.request.queryValue("alt") != "sse")
        call.framing = wire::Framing::Array;
    // A form is read as a form, in which there are no messages.
    const bool isTakenForm = inbound.isReadForm;
    const bool wantsFile = inbound.operation == Operation::Transcription || inbound.operation == Operation::AudioTranslation;
    if (!isTakenForm && wantsFile)
        return missing(call, "file");
    const bool isEmpty = inbound.request.body.find_first_not_of(" \r\n\t") == std::string::npos;
    if ((!isTakenForm && isForm(inbound.request)) || (isEmpty && !door.question.empty()))
        return missing(call, std::string(door.question));
    auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return Failure {std::move(body).error()};
    call.body = std::move(*body);
    if (auto allowed = checkForbidden(call.body, settings); !allowed)
        return Failure {std::move(allowed).error()};
    if (auto read = readModel(call, inbound, settings); !read)
        return Failure {std::move(read).error()};
    if (auto read = readShape(call, door, settings); !read)
        return Failure {std::move(read).error()};
    readOptions(call, inbound, settings);
    readForwarded(call, inbound, settings);
    return call;
}

} // namespace gatehouse::pipeline
