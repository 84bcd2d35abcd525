// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "request_cases.h"
#include "views.h"

/// A recorded exchange of chat completions with a provider, played through encode() and back through decodeAnswer() or a stream.
namespace recorded_exchange {

using gatehouse::Deployment;
using gatehouse::Dialect;

inline QJsonValue plain(QJsonObject body)
{
    if (body[QLatin1String("stream")] == false)
        body.remove(QLatin1String("stream"));
    return body;
}

/// Where what \a deployment's provider is sent differs from what was recorded.
inline QStringList requestDifferences(const QJsonObject &capture, const Deployment &deployment)
{
    const auto body = captured::compact(capture[QLatin1String("request")][QLatin1String("body")]).toStdString();
    const auto call = request_cases::call(Dialect::OpenAiChat, body);
    if (!call)
        return {QStringLiteral("no call")};
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    const QJsonArray upstream = capture[QLatin1String("upstream")].toArray();
    if (upstream.isEmpty())
        return encoded ? QStringList(QStringLiteral("not refused")) : QStringList();
    if (!encoded)
        return {captured::text(encoded.error().message)};
    const captured::Mask mask(capture);
    QStringList found;
    captured::differences(mask.masked(plain(upstream.first()[QLatin1String("body")].toObject())),
        mask.masked(plain(captured::object(encoded->body))), QStringLiteral("upstream"), found);
    return found;
}

/// The provider's reply of a recording: some recordings hold others before it, for other paths.
inline QJsonObject replyOf(const QJsonObject &capture)
{
    for (const auto &reply : capture[QLatin1String("upstream_reply")].toArray()) {
        if (!reply.toObject().contains(QLatin1String("match")))
            return reply.toObject();
    }
    return {};
}

inline QStringList streamDifferences(const QJsonObject &capture, const gatehouse::translate::View &view)
{
    const QJsonObject reply = replyOf(capture);
    const std::string type = reply[QLatin1String("headers")][QLatin1String("content-type")].toString().toStdString();
    const auto stream = gatehouse::translate::makeStream(view, type.empty() ? "application/x-ndjson" : type);
    std::string out;
    const auto fed = stream->feed(reply[QLatin1String("ndjson")].toString().toStdString(), out);
    const auto finished = fed ? stream->finish(out) : fed;
    if (!finished)
        return {captured::text(finished.error().message)};
    const captured::Mask mask(capture);
    QStringList found;
    captured::differences(captured::streamView(capture[QLatin1String("reply")][QLatin1String("sse")].toString(), mask),
        captured::streamView(captured::text(out), mask), QStringLiteral("stream"), found);
    return found;
}

/// Where what the caller gets differs from what was recorded.
inline QStringList answerDifferences(const QJsonObject &capture, const gatehouse::translate::View &view)
{
    using namespace gatehouse::translate;
    const QJsonObject reply = replyOf(capture);
    if (reply.contains(QLatin1String("ndjson")))
        return streamDifferences(capture, view);
    const std::string body = fixtures::bodyOf(reply);
    const int status = reply[QLatin1String("status")].toInt();
    const auto answer = status == 200
        ? decodeAnswer(body, view)
        : gatehouse::Result<Answer>(gatehouse::Failure {classify(view.provider, view.to, status, body)});
    const std::string got = answer ? answer->body : errorBody(answer.error(), view.to);
    const captured::Mask mask(capture);
    QStringList found;
    captured::differences(captured::bodyView(capture[QLatin1String("reply")][QLatin1String("body")].toObject(), mask),
        captured::bodyView(captured::object(got), mask), QStringLiteral("body"), found);
    return found;
}

/// Whether \a capture is the original's own slip.
inline bool isQuirk(const QJsonObject &capture)
{
    return !capture[QLatin1String("quirk")].toString().isEmpty();
}

} // namespace recorded_exchange
