// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/later_answer.h"

#include "gateway/translate/translate.h"

namespace gatehouse::admin {

namespace {

std::string errorJson(const Error &error)
{
    return translate::errorBody(error, Dialect::OpenAiChat);
}

} // namespace

void LaterAnswer::begin(
    pipeline::Context &context, pipeline::Inbound inbound, const std::function<void(Done)> &ask, std::string contentType)
{
    auto *waiting = new LaterAnswer(context, std::move(inbound), std::move(contentType));
    ask([told = teller(waiting)](const Result<std::string> &answer) {
        told(answer ? 200 : answer.error().httpStatus(), answer ? *answer : errorJson(answer.error()));
    });
}

void LaterAnswer::beginTold(pipeline::Context &context, pipeline::Inbound inbound, const std::function<void(Told)> &ask)
{
    ask(teller(new LaterAnswer(context, std::move(inbound), "application/json")));
}

LaterAnswer::Told LaterAnswer::teller(LaterAnswer *waiting)
{
    const auto answered = std::make_shared<Answered>();
    connect(answered.get(), &Answered::come, waiting, &LaterAnswer::onAnswer, Qt::QueuedConnection);
    return [answered](int status, const std::string &json) { Q_EMIT answered->come(status, QByteArray::fromStdString(json)); };
}

LaterAnswer::LaterAnswer(pipeline::Context &context, pipeline::Inbound inbound, std::string contentType)
    : PendingAnswer(context, std::move(inbound))
    , m_contentType(std::move(contentType))
{
}

void LaterAnswer::onAnswer(int status, const QByteArray &body)
{
    if (hasEnded())
        return;
    const std::string type = status == 200 ? m_contentType : "application/json";
    m_inbound.reply->send({status, {{"content-type", type}}}, body.toStdString());
    end();
}

void askStore(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question)
{
    LaterAnswer::begin(context, std::move(inbound),
        [&](LaterAnswer::Done done) { context.shared.keeper.ask(std::move(question), std::move(done)); });
}

void askObserver(pipeline::Context &context, pipeline::Inbound inbound,
    std::function<Result<std::string>(observe::Lookout &)> question, std::string contentType)
{
    LaterAnswer::begin(
        context, std::move(inbound),
        [&](LaterAnswer::Done done) {
            context.shared.observer.ask(
                [question = std::move(question), done = std::move(done)](observe::Lookout &lookout) { done(question(lookout)); });
        },
        std::move(contentType));
}

} // namespace gatehouse::admin
