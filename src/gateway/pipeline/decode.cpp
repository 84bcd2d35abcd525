// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/decode.h"

#include "gateway/pipeline/attribution.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace gatehouse::pipeline {

namespace {

using std::chrono::milliseconds;

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

std::optional<double> numberOf(std::string_view header)
{
    if (header.empty())
        return std::nullopt;
    const std::string text(header);
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return end == text.c_str() + text.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// A body field, or the header of the same meaning.
std::optional<double> option(const wire::Call &call, const Inbound &inbound, std::string_view field, std::string_view header)
{
    if (const auto value = wire::jsonNumber(call.body.find(field)))
        return value;
    return header.empty() ? std::nullopt : numberOf(inbound.request.headers.value(header));
}

std::optional<milliseconds> seconds(std::optional<double> value)
{
    constexpr double longest = 7 * 24 * 3600;
    if (!value || *value <= 0)
        return std::nullopt;
    return milliseconds(std::max<long long>(1, std::llround(std::min(*value, longest) * 1000)));
}

/// "claude", or {"model": "claude", "messages": […]}; nothing for anything else.
std::optional<wire::Fallback> fallbackFrom(std::string_view raw)
{
    if (const auto name = wire::jsonString(raw))
        return wire::Fallback {*name};
    const auto object = wire::JsonObject::parse(std::string(raw));
    const auto name = object ? wire::jsonString(object->find("model")) : std::nullopt;
    if (!name)
        return std::nullopt;
    wire::JsonWriter changes;
    changes.beginObject();
    for (std::size_t i = 0; i < object->size(); ++i) {
        const wire::JsonObject::Member member = object->at(i);
        if (member.name != "model")
            changes.key(member.name).raw(member.raw);
    }
    changes.endObject();
    return wire::Fallback {*name, object->size() > 1 ? changes.take() : std::string()};
}

std::vector<wire::Fallback> listFrom(std::string_view raw)
{
    std::vector<wire::Fallback> list;
    for (translate::JsonItems items(raw); items.next();) {
        if (auto fallback = fallbackFrom(items.raw()))
            list.push_back(std::move(*fallback));
    }
    return list;
}

/// [{"gpt-4o": ["claude"]}]: fallbacks by group, as they stand in the configuration; nothing for another shape.
std::optional<wire::Fallbacks> groupsFrom(std::string_view raw)
{
    if (wire::jsonKind(raw) != 'a')
        return std::nullopt;
    wire::Fallbacks groups;
    for (translate::JsonItems items(raw); items.next();) {
        const auto object = wire::JsonObject::parse(std::string(items.raw()));
        if (!object || object->has("model"))
            return std::nullopt;
        for (std::size_t i = 0; i < object->size(); ++i)
            groups.try_emplace(std::string(object->at(i).name), listFrom(object->at(i).raw));
    }
    return groups;
}

void readFallbacks(wire::Call &call)
{
    wire::CallOptions &options = call.options;
    const std::string_view asked = call.body.find("fallbacks");
    options.fallbacks = groupsFrom(asked);
    if (!options.fallbacks && wire::jsonKind(asked) == 'a')
        options.fallbackList = listFrom(asked);
    options.contextWindowFallbacks = groupsFrom(call.body.find("context_window_fallbacks"));
    options.contentPolicyFallbacks = groupsFrom(call.body.find("content_policy_fallbacks"));
}

wire::Rehearsal rehearsalIn(const wire::JsonObject &body)
{
    static constexpr std::array names {
        std::pair("mock_testing_fallbacks", wire::Rehearsal::Fallback),
        std::pair("mock_testing_context_fallbacks", wire::Rehearsal::ContextWindow),
        std::pair("mock_testing_content_policy_fallbacks", wire::Rehearsal::ContentPolicy),
        std::pair("mock_testing_rate_limit_error", wire::Rehearsal::RateLimit),
        std::pair("mock_timeout", wire::Rehearsal::Timeout),
    };
    for (const auto &[name, rehearsal] : names) {
        if (wire::jsonBool(body.find(name)).value_or(false))
            return rehearsal;
    }
    return wire::Rehearsal::None;
}

void readOptions(wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    wire::CallOptions &options = call.options;
    if (const auto retries = option(call, inbound, "num_retries", "x-litellm-num-retries"))
        options.numRetries = static_cast<int>(std::clamp(*retries, 0.0, 10.0));
    options.timeout = seconds(option(call, inbound, "timeout", "x-litellm-timeout"));
    if (!options.timeout)
        options.timeout = seconds(option(call, inbound, "request_timeout", {}));
    options.streamTimeout = seconds(option(call, inbound, "stream_timeout", "x-litellm-stream-timeout"));
    readFallbacks(call);
    if (const auto most = wire::jsonNumber(call.body.find("max_fallbacks")))
        options.maxFallbacks = static_cast<int>(std::clamp(*most, 0.0, 100.0));
    options.region = wire::jsonString(call.body.find("allowed_model_region")).value_or("");
    if (settings.allowMockTesting)
        options.rehearsal = rehearsalIn(call.body);
    options.disableFallbacks = wire::jsonBool(call.body.find("disable_fallbacks")).value_or(false);
    options.tags = tagsOf(call.body, inbound.request.headers);
    options.dropParams = wire::jsonBool(call.body.find("drop_params"));
    options.additionalDropParams =
        wire::jsonStrings(call.body.find("additional_drop_params")).value_or(std::vector<std::string>());
    options.allowedOpenAiParams = wire::jsonStrings(call.body.find("allowed_openai_params")).value_or(std::vector<std::string>());
}

// Headers that describe the connection or carry the gateway's own credential never travel on, whoever asks.
bool mayTravel(std::string_view name)
{
    static constexpr std::array own {"authorization", "x-api-key", "api-key", "x-goog-api-key", "x-litellm-api-key", "host",
        "connection", "content-length", "content-type", "transfer-encoding", "te", "upgrade", "cookie", "proxy-authorization"};
    for (const char *other : own) {
        if (wire::sameName(name, other))
            return false;
    }
    return true;
}

bool isForwarded(std::string_view name, bool forwardClientHeaders)
{
    const std::string lower = wire::lowered(name);
    if (lower.rfind("anthropic-", 0) == 0)
        return true;
    return forwardClientHeaders && lower.rfind("x-", 0) == 0 && lower.rfind("x-stainless", 0) != 0
        && lower.rfind("x-litellm", 0) != 0;
}

void readForwarded(wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    for (const auto &[name, value] : inbound.request.headers) {
        if (isForwarded(name, settings.forwardClientHeaders) && mayTravel(name))
            call.forward.add(name, value);
    }
    if (const auto organization = wire::jsonString(call.body.find("organization")))
        call.forward.add("openai-organization", *organization);
    const std::string_view extra = call.body.find("extra_headers");
    if (wire::jsonKind(extra) != 'o')
        return;
    if (const auto object = wire::JsonObject::parse(std::string(extra))) {
        for (std::size_t i = 0; i < object->size(); ++i) {
            const auto value = wire::jsonString(object->at(i).raw);
            if (value && mayTravel(object->at(i).name))
                call.forward.add(object->at(i).name, *value);
        }
    }
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
