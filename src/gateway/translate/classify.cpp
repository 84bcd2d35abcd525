// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_said.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse::translate {

namespace {

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

void readError(std::string_view error, ProviderSaid &said)
{
    said.type = textOf(member(error, "type"));
    said.param = textOf(member(error, "param"));
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
    ProviderSaid said;
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

namespace {

bool isAnthropicToAnthropic(const View &view)
{
    return view.provider.dialect == Dialect::AnthropicMessages && view.to == Dialect::AnthropicMessages;
}

// What the gateway itself has to say of a provider, as LiteLLM would.
Error ownWords(Fault fault, std::string_view kind, const ProviderTraits &provider, const std::string &what)
{
    Error error {fault, "litellm."};
    error.message += kind;
    if (provider.dialect == Dialect::OpenAiChat)
        error.message += kind;
    error.message += provider.title + "Exception - " + what;
    return error;
}

} // namespace

Error carriedError(const View &view, std::string_view error, std::string_view whole)
{
    ProviderSaid said;
    said.status = statusIn(error);
    said.lower = wire::lowered(whole.substr(0, 64 * 1024));
    readError(error, said);
    said.text = isAnthropicToAnthropic(view) ? std::string(whole) : isString(error) ? textOf(error) : messageOf(error);
    if (said.text.empty())
        said.text = std::string(whole);
    said.text = repeatable(said.text);
    return judged(view.provider, view.to, said);
}

Error brokenAnswer(const View &view, std::string_view what)
{
    Error error = ownWords(Fault::BadGateway, "BadGatewayError: ", view.provider, repeatable(what));
    if (isAnthropicToAnthropic(view))
        error.type = error.param = "None";
    return error;
}

Error cutAnswer(const View &view, std::string_view what)
{
    if (isAnthropicToAnthropic(view))
        return brokenAnswer(view, what);
    return ownWords(Fault::ApiConnection, "APIConnectionError: ", view.provider, repeatable(what));
}

Error connectionError(const ProviderTraits &provider, std::string_view what)
{
    const std::string why = what.empty() ? std::string() : ' ' + repeatable(what);
    return ownWords(Fault::InternalServer, "InternalServerError: ", provider, "Connection error." + why);
}

} // namespace gatehouse::translate
