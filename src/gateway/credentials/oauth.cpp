// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/oauth.h"

#include "gateway/core/number_from.h"
#include "gateway/wire/json_object.h"

namespace gatehouse::credentials {

namespace {

// "86399" and 86399 are both sent.
std::optional<double> numberIn(const wire::JsonObject &json, std::string_view name)
{
    const std::string_view raw = json.find(name);
    const auto text = wire::jsonString(raw);
    return text ? numberFrom<double>(*text) : wire::jsonNumber(raw);
}

Clock::Wall expiryIn(const wire::JsonObject &json, Clock::Wall now)
{
    constexpr double unsaid = 300;
    const std::chrono::duration<double> sinceEpoch = now.time_since_epoch();
    auto seconds = numberIn(json, "expires_in");
    if (!seconds) {
        if (const auto moment = numberIn(json, "expires_on"))
            seconds = *moment - sinceEpoch.count();
    }
    return after(seconds.value_or(unsaid), now);
}

// Entra's own number of an error, the one thing its long descriptions have that helps: "AADSTS7000215".
std::string entraNumber(std::string_view description)
{
    constexpr std::string_view prefix = "AADSTS";
    const std::size_t begin = description.find(prefix);
    if (begin == description.npos)
        return {};
    const std::size_t end = description.find_first_not_of("0123456789", begin + prefix.size());
    const std::string_view number = description.substr(begin, end == description.npos ? end : end - begin);
    return number.size() > prefix.size() && number.size() < 16 ? std::string(number) : std::string();
}

Error refusalIn(const Service &service, const Answer &answer)
{
    const auto json = wire::JsonObject::parse(std::string(answer.body));
    if (!json)
        return refusal(service, answer.status);
    const std::string code = wire::jsonString(json->find("error")).value_or("");
    const std::string description = wire::jsonString(json->find("error_description")).value_or("");
    return refusal(service, answer.status, code, entraNumber(description));
}

} // namespace

Result<Grant> readToken(const Service &service, const Answer &answer, Clock::Wall now)
{
    if (answer.status != 200)
        return Failure {refusalIn(service, answer)};
    const auto json = wire::JsonObject::parse(std::string(answer.body));
    if (!json)
        return Failure {unreadable(service, "it is not a JSON object")};
    std::string token = wire::jsonString(json->find("access_token")).value_or("");
    if (!isPlain(token))
        return Failure {unreadable(service, "it has no access_token that could be sent")};
    Grant grant {.bearer = Secret(std::move(token)), .expiresAt = expiryIn(*json, now)};
    if (grant.expiresAt <= now)
        return Failure {unreadable(service, "the token has expired already; is this machine's clock right?")};
    return grant;
}

} // namespace gatehouse::credentials
