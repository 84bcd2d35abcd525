// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/management.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QObject>

namespace gatehouse::admin {

namespace {

struct Answer {
    int status = 200;
    std::string json = {};
};

constexpr int unprocessableStatus = 422;

Answer answerOf(const Result<std::string> &result)
{
    if (result)
        return {200, *result};
    const Error &error = result.error();
    if (!error.detail.empty())
        return {error.httpStatus(), "{\"detail\":" + error.detail + "}"};
    return {error.httpStatus(), translate::errorBody(error, Dialect::OpenAiChat)};
}

Result<QJsonObject> bodyOf(wire::Request &request)
{
    const bool isEmpty = request.body.find_first_not_of(" \r\n\t") == std::string::npos;
    if (isEmpty || request.method == wire::Method::Get)
        return QJsonObject();
    constexpr std::size_t most = 1U << 20U; // what is administered is held in memory
    if (request.body.size() > most)
        return Failure {Error {Fault::RequestTooLarge, "the body is larger than 1 MiB, which is all that a record may have"}};
    const auto parsed = wire::JsonObject::parse(std::exchange(request.body, {}));
    if (!parsed)
        return Failure {parsed.error()};
    const std::string_view text = parsed->text();
    const auto whole = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    if (!whole.isObject()) // nested too deeply, for example
        return Failure {Error {Fault::InvalidRequest, "the body cannot be read as JSON: it is nested too deeply, or no JSON"}};
    return whole.object();
}

Result<std::shared_ptr<const Asked>> askedBy(pipeline::Context &context, pipeline::Inbound &inbound)
{
    auto body = bodyOf(inbound.request);
    if (!body)
        return Failure {body.error()};
    return std::make_shared<const Asked>(Asked {inbound.identity.caller, context.snapshot, context.shared.ledger,
        std::move(inbound.request), inbound.pathModel, std::move(*body), context.clock.wall(), context.clock.now()});
}

// What is told once the answer is known, on whatever thread.
std::function<void(const Result<std::string> &)> tellerOf(const LaterAnswer::Told &told)
{
    return [told](const Result<std::string> &result) {
        const Answer answer = answerOf(result);
        told(answer.status, answer.json);
    };
}

} // namespace

std::string Asked::changedBy() const
{
    const std::string_view said = request.headers.value("litellm-changed-by");
    return said.empty() ? caller->userId() : std::string(said);
}

void beginLook(pipeline::Context &context, pipeline::Inbound inbound, Action action)
{
    const auto asked = askedBy(context, inbound);
    people::Draft draft(context.shared.directory);
    const Answer answer = answerOf(asked ? action(draft, **asked) : Result<std::string>(Failure {asked.error()}));
    answerJson(inbound, answer.json, answer.status);
}

void beginEdit(pipeline::Context &context, pipeline::Inbound inbound, Action action, Holds holds)
{
    const auto asked = askedBy(context, inbound);
    if (!asked) {
        const Answer answer = answerOf(Failure {asked.error()});
        return answerJson(inbound, answer.json, answer.status);
    }
    LaterAnswer::beginTold(context, std::move(inbound), [&](const LaterAnswer::Told &told) {
        store::Edit edit;
        edit.make = [asked = *asked, action](people::Draft &draft) { return action(draft, *asked); };
        edit.author = {(*asked)->changedBy(), (*asked)->caller->who->token};
        edit.done = [tell = tellerOf(told), holds, &apply = context.shared.applyStored](const Result<std::string> &kept) {
            if (!kept || holds == Holds::WhenKept || !apply)
                return tell(kept);
            apply([tell, kept](const Result<> &applied) {
                tell(applied ? kept : Result<std::string>(refusal(applied.error().httpStatus(), applied.error().message)));
            });
        };
        context.shared.keeper.change(std::move(edit));
    });
}

void beginQuestion(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question)
{
    LaterAnswer::beginTold(context, std::move(inbound),
        [&](const LaterAnswer::Told &told) { context.shared.keeper.ask(std::move(question), tellerOf(told)); });
}

Failure<Error> refusal(int status, const std::string &message, std::string type, std::string param)
{
    return {Error {Fault::InvalidRequest, "{'error': '" + message + "'}", status, std::move(type), std::move(param)}};
}

Failure<Error> plainRefusal(int status, const QJsonValue &detail)
{
    const QString said = detail.isObject() ? detail.toObject().value(QStringLiteral("error")).toString() : detail.toString();
    const std::string list = people::jsonOf(QJsonArray {detail});
    return {Error {Fault::InvalidRequest, said.toStdString(), status, {}, {}, list.substr(1, list.size() - 2)}};
}

Failure<Error> spokenRefusal(int status, std::string message, std::string type, std::string param)
{
    return {Error {Fault::InvalidRequest, std::move(message), status, std::move(type), std::move(param)}};
}

Failure<Error> unprocessable(const QJsonArray &complaints)
{
    return {Error {
        Fault::InvalidRequest, "the body is not what it has to be", unprocessableStatus, {}, {}, people::jsonOf(complaints)}};
}

Failure<Error> missingMember(const char *name)
{
    return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("missing")},
        {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QLatin1String(name)}},
        {QStringLiteral("msg"), QStringLiteral("Field required")}, {QStringLiteral("input"), QJsonValue()}}});
}

Result<> checkTypes(people::Kind kind, const QJsonObject &body)
{
    const QJsonArray wrong = people::complaints(kind, body);
    return wrong.isEmpty() ? Result<> {} : Result<>(unprocessable(wrong));
}

} // namespace gatehouse::admin
