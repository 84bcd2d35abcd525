// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/translate.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

void writeWord(wire::JsonWriter &json, std::string_view name, std::string_view word)
{
    json.key(name);
    if (word.empty())
        json.null();
    else
        json.string(word);
}

// One that comes as an object says all of it.
void writeDetail(wire::JsonWriter &json, const std::string &detail)
{
    json.key("provider_specific_fields");
    if (detail.front() == '{')
        json.raw(detail);
    else
        json.beginObject().key("error").string(detail).endObject();
}

/// LiteLLM's error object: what callers of both dialects match on.
void writeError(wire::JsonWriter &json, const Error &error)
{
    const std::string_view type = error.type.empty() ? info(error.fault).type : std::string_view(error.type);
    json.beginObject().key("message").string(error.message);
    writeWord(json, "type", type);
    writeWord(json, "param", error.param);
    json.key("code").string(std::to_string(error.httpStatus()));
    if (!error.detail.empty())
        writeDetail(json, error.detail);
    json.endObject();
}

/// Anthropic's word for an error, by its status, as its own API chooses it.
std::string_view anthropicType(int status)
{
    switch (status) {
    case 400:
    case 422: return "invalid_request_error";
    case 401: return "authentication_error";
    case 402: return "billing_error";
    case 403: return "permission_error";
    case 404: return "not_found_error";
    case 408:
    case 504: return "timeout_error";
    case 413: return "request_too_large";
    case 429: return "rate_limit_error";
    case 503:
    case 529: return "overloaded_error";
    default: return "api_error";
    }
}

/// Google's word for an error, by its status (google.rpc.Code).
std::string_view googleStatus(int status)
{
    switch (status) {
    case 401: return "UNAUTHENTICATED";
    case 403: return "PERMISSION_DENIED";
    case 404: return "NOT_FOUND";
    case 408:
    case 504: return "DEADLINE_EXCEEDED";
    case 409: return "ABORTED";
    case 429: return "RESOURCE_EXHAUSTED";
    case 499: return "CANCELLED";
    case 405:
    case 501: return "UNIMPLEMENTED";
    case 503:
    case 529: return "UNAVAILABLE";
    default: return status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
    }
}

/// Google's error object; type and param are LiteLLM's.
void writeGoogleError(wire::JsonWriter &json, const Error &error)
{
    const int status = error.httpStatus();
    const std::string_view type = error.type.empty() ? info(error.fault).type : std::string_view(error.type);
    json.beginObject().key("code").number(std::int64_t(status)).key("message").string(error.message);
    json.key("status").string(googleStatus(status));
    if (!type.empty())
        json.key("type").string(type);
    if (!error.param.empty())
        json.key("param").string(error.param);
    json.endObject();
}

// Bare JSON between the events, as Google sends it: its clients look for an error there and nowhere else.
std::string googleErrorEvent(const Error &error, wire::Framing framing)
{
    wire::JsonWriter json;
    json.beginObject().key("error");
    writeGoogleError(json, error);
    json.endObject();
    return framing == wire::Framing::Array ? ",\r\n" + json.text() + "]" : json.text() + "\n\n";
}

} // namespace

std::string errorBody(const Error &error, Dialect dialect)
{
    wire::JsonWriter json;
    json.beginObject();
    if (error.fault == Fault::RouteNotFound || error.fault == Fault::MethodNotAllowed) {
        const bool notFound = error.fault == Fault::RouteNotFound;
        json.key("detail").string(notFound ? "Not Found" : "Method Not Allowed").endObject();
        return json.take();
    }
    if (dialect == Dialect::AnthropicMessages)
        json.key("type").string("error"); // by this Anthropic's own clients know it
    json.key("error");
    dialect == Dialect::GeminiGenerate ? writeGoogleError(json, error) : writeError(json, error);
    json.endObject();
    return json.take();
}

std::string errorEvent(const Error &error, Dialect dialect, wire::Framing framing)
{
    if (dialect == Dialect::GeminiGenerate)
        return googleErrorEvent(error, framing);
    wire::JsonWriter json;
    if (dialect == Dialect::OpenAiChat || dialect == Dialect::OpenAiText) {
        json.beginObject().key("error");
        writeError(json, error);
        json.endObject();
        return "data: " + json.text() + "\n\n";
    }
    if (dialect == Dialect::OpenAiResponses) {
        // OpenAI says what went wrong beside "type"; its clients raise only what stands in "error".
        json.beginObject().key("type").string("error").key("code").string(std::to_string(error.httpStatus()));
        json.key("message").string(error.message).key("param").null().key("error");
        writeError(json, error);
        json.endObject();
        return "event: error\ndata: " + json.text() + "\n\n";
    }
    json.beginObject().key("type").string("error").key("error").beginObject();
    json.key("type").string(anthropicType(error.httpStatus())).key("message").string(error.message);
    json.endObject().endObject();
    return "event: error\ndata: " + json.text() + "\n\n";
}

} // namespace gatehouse::translate
