// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/provider_said.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

bool has(const ProviderSaid &said, std::string_view phrase)
{
    return said.lower.find(phrase) != std::string::npos;
}

template <std::size_t N> bool hasAny(const ProviderSaid &said, const std::array<std::string_view, N> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has(said, phrase); });
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
bool names429(const ProviderSaid &said)
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

bool isContextWindow(const ProviderSaid &said)
{
    if (has(said, "string_above_max_length"))
        return false;
    return hasAny(said, contextPhrases) || has(said, "context_length_exceeded")
        || (has(said, "current length is") && has(said, "while limit is"));
}

bool isContentPolicy(const ProviderSaid &said)
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

// What the fault alone would say as another status.
void keepStatus(Error &error, const ProviderSaid &said)
{
    if (error.fault == Fault::Api || (error.fault == Fault::Timeout && said.status == 504)
        || (error.fault == Fault::BadRequest && said.status == 422))
        error.status = said.status;
}

// ---- OpenAI and all that speak like it. The order of the questions is LiteLLM's.

Fault openAiFault(const ProviderSaid &said)
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
std::string openAiPrefix(Fault fault, const ProviderSaid &said, const std::string &title)
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

Error openAiError(const ProviderTraits &provider, Dialect caller, const ProviderSaid &said)
{
    Error error;
    error.fault = openAiFault(said);
    error.message = openAiPrefix(error.fault, said, provider.title) + said.text;
    keepStatus(error, said);
    if (error.fault == Fault::ContentPolicyViolation && provider.name == "azure") // its filter is the caller's mistake
        error.type = "invalid_request_error";
    if (error.fault == Fault::BadRequest && provider.isOpenAi && speaksOpenAi(caller)) {
        error.type = said.type;
        error.param = said.param;
    }
    return error;
}

// ---- Anthropic

Fault anthropicFault(const ProviderSaid &said)
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

std::string anthropicPrefix(Fault fault, const ProviderSaid &said, const std::string &title)
{
    const std::string name(info(fault).name);
    if (fault == Fault::ContextWindowExceeded || fault == Fault::ContentPolicyViolation)
        return "litellm." + name + ": litellm.BadRequestError: " + title + "Error - ";
    if (has(said, "overloaded"))
        return "litellm." + name + ": " + title + "Error - ";
    return "litellm." + name + ": " + title + "Exception - ";
}

Error anthropicError(const ProviderTraits &provider, Dialect caller, const ProviderSaid &said)
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
    keepStatus(error, said);
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

Fault nativeFault(Dialect dialect, const ProviderSaid &said)
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

Error nativeError(const ProviderTraits &provider, const ProviderSaid &said)
{
    Error error;
    error.fault = nativeFault(provider.dialect, said);
    error.message = "litellm." + std::string(info(error.fault).name) + ": " + provider.title + "Exception - " + said.text;
    keepStatus(error, said);
    return error;
}

} // namespace

bool speaksOpenAi(Dialect caller)
{
    return caller == Dialect::OpenAiChat || caller == Dialect::OpenAiText;
}

Error judged(const ProviderTraits &provider, Dialect caller, const ProviderSaid &said)
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

} // namespace gatehouse::translate
