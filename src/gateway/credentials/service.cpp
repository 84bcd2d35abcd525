// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/service.h"

#include <QDateTime>

#include <algorithm>

namespace gatehouse::credentials {

namespace {

using namespace std::chrono_literals;

bool isTransient(int status)
{
    return status == 408 || status == 429 || status >= 500;
}

std::string gaveNone(const Service &service)
{
    return std::string(service.name) + " gave no token: ";
}

} // namespace

upstream::Outgoing remoteQuestion(std::string url)
{
    upstream::Outgoing question {.url = std::move(url), .headers = {{"accept", "application/json"}}};
    question.timeouts = {.connect = 5s, .total = 15s};
    return question;
}

upstream::Outgoing formQuestion(std::string url, std::string body)
{
    upstream::Outgoing question = remoteQuestion(std::move(url));
    question.headers.add("content-type", "application/x-www-form-urlencoded");
    question.body = std::move(body);
    return question;
}

upstream::Outgoing machineQuestion(std::string url)
{
    upstream::Outgoing question {.method = "GET", .url = std::move(url)};
    question.timeouts = {.connect = 1s, .total = 5s};
    question.isDirect = true;
    return question;
}

Error refusal(const Service &service, int status, std::string_view code, std::string_view detail)
{
    std::string message = gaveNone(service) + "HTTP " + std::to_string(status);
    if (isTransient(status))
        return {Fault::ApiConnection, std::move(message)};
    const auto hint = std::find_if(service.hints.begin(), service.hints.end(), [&](const Hint &row) { return row.code == code; });
    const bool isKnown = hint != service.hints.end();
    if (isKnown)
        message += ", " + std::string(code);
    if (!detail.empty())
        message += " (" + std::string(detail) + ")";
    return {Fault::Authentication, message + "; check " + std::string(isKnown ? hint->check : service.check)};
}

Error unreadable(const Service &service, std::string_view what)
{
    return {Fault::ApiConnection, gaveNone(service) + "its answer cannot be read (" + std::string(what) + ")"};
}

Error unreached(const Service &service, const Error &why)
{
    return {Fault::ApiConnection, gaveNone(service) + why.message};
}

Error unusable(std::string why)
{
    return {Fault::Authentication, std::move(why)};
}

bool isPlain(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

Clock::Wall after(double seconds, Clock::Wall now)
{
    constexpr double week = 7 * 24 * 3600;
    return seconds > 0 ? now + std::chrono::seconds(static_cast<long long>(std::min(seconds, week))) : now; // NaN is not above 0
}

std::optional<Clock::Wall> readTime(std::string_view text)
{
    const QDateTime time = QDateTime::fromString(
        QString::fromLatin1(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 40))), Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    return Clock::Wall(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace gatehouse::credentials
