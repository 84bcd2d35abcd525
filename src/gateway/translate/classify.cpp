// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse::translate {

namespace {

/// A provider's error as it came, and what can be read in it.
struct Said {
    int status = 0;    ///< of HTTP, or the code in the text; 0 = none
    std::string text;  ///< what is repeated to the caller
    std::string lower; ///< everything that came, in lower case, to look for phrases
    std::string type, param;
};

bool has(const Said &said, std::string_view phrase)
{
    return said.lower.find(phrase) != std::string::npos;
}

template <std::size_t N> bool hasAny(const Said &said, const std::array<std::string_view, N> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has(said, phrase); });
}

// Callers who are used to OpenAI's own words.
bool speaksOpenAi(Dialect caller)
{
    return caller == Dialect::OpenAiChat || caller == Dialect::OpenAiText;
}

constexpr std::array<std::string_view, 4> timeoutPhrases {
    "request timeout error", "request timed out", "timed out generating response", "the read operation timed out"};
constexpr std::array<std::string_view, 4> ratePhrases {
    "rate limit", "rate-limit", "rate_limit", "service tier capacity exceeded"};
constexpr std::array<std::string_view, 8> contextPhrases {
    "this model's maximum context length is",
    "exceed context limit",
    "string too long. expected a string with maximum length",
    "model's maximum context limit",
    "is longer than the model's context length",
    "input tokens exceed the configured limit",
    "`inputs` tokens + `max_new_tokens` must be",
    "exceeds the maximum number of tokens allowed",
};

// "429" as a number of its own. Looked for only where the status leaves it open: a 400 may well speak of 429 tokens.
bool names429(const Said &said)
{
    if (said.status >= 400 && said.status < 500)
        return said.status == 429;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = said.lower.find("429"); at != std::string::npos; at = said.lower.find("429", at + 1)) {
        if ((at == 0 || !isDigit(said.lower[at - 1])) && (at + 3 >= said.lower.size() || !isDigit(said.lower[at + 3])))
            return true;
    }
    return false;
}

bool isContextWindow(const Said &said)
{
    if (has(said, "string_above_max_length"))
        return false;
    return hasAny(said, contextPhrases) || has(said, "context_length_exceeded")
        || (has(said, "current length is") && has(said, "while limit is"));
}

bool isContentPolicy(const Said &said)
{
    return (has(said, "invalid_request_error") && has(said, "content_policy_violation"))
        || (has(said, "invalid prompt") && has(said, "violating our usage policy"))
        || has(said, "request was rejected as a result of the safety system") || has(said, "content management policy")
        || has(said, "\"code\":\"content_filter\"") || has(said, "\"code\": \"content_filter\"");
}

struct StatusRow {
    int status;
    Fault fault;
};
constexpr std::array<StatusRow, 12> statusRows {{
    {400, Fault::BadRequest},
    {401, Fault::Authentication},
    {403, Fault::PermissionDenied},
    {404, Fault::NotFound},
    {408, Fault::Timeout},
    {413, Fault::BadRequest},
    {422, Fault::BadRequest},
    {429, Fault::RateLimit},
    {500, Fault::InternalServer},
    {502, Fault::BadGateway},
    {503, Fault::ServiceUnavailable},
    {504, Fault::Timeout},
}};

Fault faultOfStatus(int status)
{
    const auto row = std::find_if(statusRows.begin(), statusRows.end(), [&](const StatusRow &r) { return r.status == status; });
    return row == statusRows.end() ? Fault::Api : row->fault;
}

// ---- OpenAI and all that speak like it. The order of the questions is LiteLLM's.

Fault openAiFault(const Said &said)
{
    if (hasAny(said, timeoutPhrases) || has(said, "a timeout occurred"))
        return Fault::Timeout;
    if (names429(said) || (hasAny(said, ratePhrases) && said.status != 401))
        return Fault::RateLimit;
    if (isContextWindow(said))
        return Fault::ContextWindowExceeded;
    const bool invalidRequest = has(said, "invalid_request_error");
    if (invalidRequest && has(said, "model_not_found"))
        return Fault::NotFound;
    if (isContentPolicy(said))
        return Fault::ContentPolicyViolation;
    if (invalidRequest && !has(said, "incorrect api key provided") && said.status != 401 && said.status != 403)
        return said.status == 404 ? Fault::NotFound : Fault::BadRequest;
    if (has(said, "the server had an error processing your request") || has(said, "web server is returning an unknown error"))
        return Fault::InternalServer;
    if (has(said, "request too large"))
        return Fault::RateLimit;
    if (said.status == 0)
        return Fault::ApiConnection;
    const Fault fault = faultOfStatus(said.status);
    return fault == Fault::PermissionDenied || said.status == 413 ? Fault::Api : fault;
}

// The class name twice, once, or with another before it: that is how callers have learnt to find it.
std::string openAiPrefix(Fault fault, const Said &said, const std::string &title)
{
    const std::string name(info(fault).name);
    const std::string exception = title + "Exception - ";
    switch (fault) {
    case Fault::BadRequest: return "litellm.BadRequestError: " + exception;
    case Fault::ContextWindowExceeded:
    case Fault::ContentPolicyViolation: return "litellm." + name + ": litellm.BadRequestError: " + name + ": " + exception;
    case Fault::Timeout: return "litellm.Timeout: Timeout Error: " + exception;
    case Fault::InternalServer:
        if (has(said, "the server had an error processing your request"))
            return "litellm.InternalServerError: " + exception;
        break;
    default: break;
    }
    return "litellm." + name + ": " + name + ": " + exception;
}

Error openAiError(const ProviderTraits &provider, Dialect caller, const Said &said)
{
    Error error;
    error.fault = openAiFault(said);
    error.message = openAiPrefix(error.fault, said, provider.title) + said.text;
    if (error.fault == Fault::Api || (error.fault == Fault::Timeout && said.status == 504)
        || (error.fault == Fault::BadRequest && said.status == 422))
        error.status = said.status;
    if (error.fault == Fault::ContentPolicyViolation && provider.name == "azure") // its filter is the caller's mistake
        error.type = "invalid_request_error";
    if (error.fault == Fault::BadRequest && provider.isOpenAi && speaksOpenAi(caller)) {
        error.type = said.type;
        error.param = said.param;
    }
    return error;
}

// ---- Anthropic

Fault anthropicFault(const Said &said)
{
    if (has(said, "prompt is too long") || has(said, "prompt: length"))
        return Fault::ContextWindowExceeded;
    if (has(said, "overloaded"))
        return Fault::InternalServer;
    if (has(said, "invalid api key"))
        return Fault::Authentication;
    if (has(said, "content filtering policy"))
        return Fault::ContentPolicyViolation;
    if (said.status == 529)
        return Fault::InternalServer;
    return said.status == 0 ? Fault::ApiConnection : faultOfStatus(said.status);
}

std::string anthropicPrefix(Fault fault, const Said &said, const std::string &title)
{
    const std::string name(info(fault).name);
    if (fault == Fault::ContextWindowExceeded || fault == Fault::ContentPolicyViolation)
        return "litellm." + name + ": litellm.BadRequestError: " + title + "Error - ";
    if (has(said, "overloaded"))
        return "litellm." + name + ": " + title + "Error - ";
    return "litellm." + name + ": " + title + "Exception - ";
}

Error anthropicError(const ProviderTraits &provider, Dialect caller, const Said &said)
{
    Error error;
    error.fault = anthropicFault(said);
    if (caller == Dialect::AnthropicMessages) { // Anthropic's own door: its body and its status, as they are
        error.message = said.text;
        error.status = said.status;
        error.type = error.param = "None";
        return error;
    }
    error.message = anthropicPrefix(error.fault, said, provider.title) + said.text;
    if (error.fault == Fault::Api || (error.fault == Fault::Timeout && said.status == 504)
        || (error.fault == Fault::BadRequest && said.status == 422))
        error.status = said.status;
    return error;
}

// ---- everybody else: a few phrases that say more than the status, then the status

struct Phrase {
    Dialect dialect; // the provider's
    std::string_view text;
    Fault fault;
    int status = 0; // the only one with which it means this; 0 = any
};
constexpr std::array phrases {
    Phrase {Dialect::CohereChat, "invalid api token", Fault::Authentication},
    Phrase {Dialect::CohereChat, "no api key", Fault::Authentication},
    Phrase {Dialect::CohereChat, "too many tokens", Fault::ContextWindowExceeded},
    // "Too many tokens" with a 429 speaks of how many in a minute.
    Phrase {Dialect::BedrockConverse, "too many tokens", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "too many input tokens", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "expected maxlength:", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "input is too long", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "prompt is too long", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "input length and `max_tokens` exceed context limit", Fault::ContextWindowExceeded, 400},
    Phrase {Dialect::BedrockConverse, "throttlingexception", Fault::RateLimit, 400},
    Phrase {Dialect::BedrockConverse, "the security token included in the request is", Fault::Authentication},
    Phrase {Dialect::BedrockConverse, "the request signature we calculated does not match", Fault::Authentication},
    Phrase {Dialect::OllamaChat, "exceeds the context length", Fault::ContextWindowExceeded},
    Phrase {Dialect::OllamaChat, "exceeds maximum context length", Fault::ContextWindowExceeded},
    Phrase {Dialect::GeminiGenerate, "prompt is too long", Fault::ContextWindowExceeded}, // Claude on Vertex
    Phrase {Dialect::GeminiGenerate, "api key not valid", Fault::Authentication},
    Phrase {Dialect::GeminiGenerate, "api_key_invalid", Fault::Authentication},
    Phrase {Dialect::GeminiGenerate, "api key expired", Fault::Authentication},
    Phrase {Dialect::GeminiGenerate, "exceeds the maximum number of tokens", Fault::ContextWindowExceeded},
    Phrase {Dialect::GeminiGenerate, "request payload size exceeds", Fault::ContextWindowExceeded},
    Phrase {Dialect::GeminiGenerate, "the response was blocked", Fault::ContentPolicyViolation},
    Phrase {Dialect::GeminiGenerate, "output blocked by content filtering policy", Fault::ContentPolicyViolation},
    Phrase {Dialect::GeminiGenerate, "the model is overloaded", Fault::InternalServer},
};
// Cohere's own: a word of the question or of the answer is on its list of those that are blocked.
constexpr int blockedWord = 498;

Fault nativeFault(Dialect dialect, const Said &said)
{
    for (const Phrase &phrase : phrases) {
        if (phrase.dialect == dialect && has(said, phrase.text) && (phrase.status == 0 || phrase.status == said.status))
            return phrase.fault;
    }
    if (dialect == Dialect::BedrockConverse && said.status == 500)
        return Fault::ServiceUnavailable;
    if (said.status == blockedWord)
        return Fault::BadRequest;
    return said.status == 0 ? Fault::ApiConnection : faultOfStatus(said.status);
}

Error nativeError(const ProviderTraits &provider, const Said &said)
{
    Error error;
    error.fault = nativeFault(provider.dialect, said);
    error.message = "litellm." + std::string(info(error.fault).name) + ": " + provider.title + "Exception - " + said.text;
    if (error.fault == Fault::Api || (error.fault == Fault::Timeout && said.status == 504)
        || (error.fault == Fault::BadRequest && said.status == 422))
        error.status = said.status;
    return error;
}

// ---- reading

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// The words of an error object: {"error":{"message"}}, {"error":"…"}, {"message"}, {"detail"}.
std::string messageOf(std::string_view object)
{
    for (const std::string_view name : {"message", "detail", "error"}) {
        const std::string_view raw = member(object, name);
        if (isString(raw))
            return textOf(raw);
        if (name == "error" && isObject(raw))
            return messageOf(raw);
    }
    return {};
}

void readError(std::string_view error, Said &said)
{
    said.type = textOf(member(error, "type"));
    said.param = textOf(member(error, "param"));
}

Error judged(const ProviderTraits &provider, Dialect caller, const Said &said)
{
    switch (provider.dialect) {
    case Dialect::AnthropicMessages: return anthropicError(provider, caller, said);
    case Dialect::BedrockConverse:
    case Dialect::CohereChat:
    case Dialect::GeminiGenerate:
    case Dialect::OllamaChat: return nativeError(provider, said);
    default: return openAiError(provider, caller, said);
    }
}

// An error's own idea of its status: a number, or a number as text; Anthropic says it with a word.
int statusIn(std::string_view error)
{
    for (const std::string_view name : {"code", "status"}) {
        const std::string_view raw = member(error, name);
        const std::string text = isString(raw) ? textOf(raw) : std::string(raw);
        int status = 0;
        std::from_chars(text.data(), text.data() + text.size(), status);
        if (status >= 400 && status < 600)
            return status;
    }
    static constexpr std::array<std::pair<std::string_view, int>, 9> words {{
        {"invalid_request_error", 400},
        {"authentication_error", 401},
        {"billing_error", 402},
        {"permission_error", 403},
        {"not_found_error", 404},
        {"request_too_large", 413},
        {"rate_limit_error", 429},
        {"timeout_error", 504},
        {"overloaded_error", 529},
    }};
    const std::string_view type = innerOf(member(error, "type"));
    if (type == "api_error")
        return 500;
    const auto row = std::find_if(words.begin(), words.end(), [&](const auto &word) { return word.first == type; });
    return row == words.end() ? 0 : row->second;
}

// A redirect that is not followed, and a proxy's wish for a password, mean nothing to a caller: to it the provider is unusable.
int outward(int status)
{
    constexpr int badGateway = 502, proxyAuthentication = 407;
    return status < 400 || status == proxyAuthentication ? badGateway : status;
}

} // namespace

namespace {

// Google says in the body when to come back: details[].retryDelay, "13s".
std::optional<std::chrono::milliseconds> retryDelayIn(std::string_view error)
{
    JsonItems details(member(error, "details"));
    while (details.next()) {
        const std::string text = textOf(member(details.raw(), "retryDelay"));
        double seconds = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (failed == std::errc() && end != text.data() + text.size() && *end == 's' && seconds > 0 && seconds < 86'400)
            return std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    }
    return std::nullopt;
}

} // namespace

Error classify(const ProviderTraits &provider, Dialect caller, int status, std::string_view body)
{
    Said said;
    said.status = outward(status);
    const std::string whole = trimmed(body.substr(0, 64 * 1024));
    said.lower = wire::lowered(whole);
    said.text = whole;
    const auto object = wire::JsonObject::parse(whole);
    if (object) {
        const std::string_view error = object->find("error");
        readError(isObject(error) ? error : std::string_view(object->text()), said);
        const std::string message = messageOf(object->text());
        if (provider.isOpenAi && speaksOpenAi(caller) && !message.empty())
            said.text = message;
    }
    if (said.text.empty())
        said.text = "the provider answered " + std::to_string(status) + " without a word";
    said.text = repeatable(said.text);
    Error error = judged(provider, caller, said);
    if (object && provider.dialect == Dialect::GeminiGenerate)
        error.retryAfter = retryDelayIn(object->find("error"));
    return error;
}

Error carriedError(const ProviderTraits &provider, Dialect caller, std::string_view error, std::string_view whole)
{
    Said said;
    said.status = statusIn(error);
    said.lower = wire::lowered(whole.substr(0, 64 * 1024));
    readError(error, said);
    const bool asItCame = provider.dialect == Dialect::AnthropicMessages && caller == Dialect::AnthropicMessages;
    said.text = asItCame ? std::string(whole) : isString(error) ? textOf(error) : messageOf(error);
    if (said.text.empty())
        said.text = std::string(whole);
    said.text = repeatable(said.text);
    return judged(provider, caller, said);
}

Error brokenAnswer(const ProviderTraits &provider, Dialect caller, std::string_view what)
{
    Error error {Fault::BadGateway, "litellm.BadGatewayError: "};
    if (provider.dialect == Dialect::OpenAiChat)
        error.message += "BadGatewayError: ";
    error.message += provider.title + "Exception - " + repeatable(what);
    if (provider.dialect == Dialect::AnthropicMessages && caller == Dialect::AnthropicMessages)
        error.type = error.param = "None";
    return error;
}

Error cutAnswer(const ProviderTraits &provider, Dialect caller, std::string_view what)
{
    if (provider.dialect == Dialect::AnthropicMessages && caller == Dialect::AnthropicMessages)
        return brokenAnswer(provider, caller, what);
    Error error {Fault::ApiConnection, "litellm.APIConnectionError: "};
    if (provider.dialect == Dialect::OpenAiChat)
        error.message += "APIConnectionError: ";
    error.message += provider.title + "Exception - " + repeatable(what);
    return error;
}

Error connectionError(const ProviderTraits &provider, std::string_view what)
{
    Error error;
    error.fault = Fault::InternalServer;
    error.message = "litellm.InternalServerError: ";
    if (provider.dialect == Dialect::OpenAiChat)
        error.message += "InternalServerError: ";
    error.message += provider.title + "Exception - Connection error.";
    if (!what.empty())
        error.message += " " + repeatable(what);
    return error;
}

} // namespace gatehouse::translate
