// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/store_answer.h"

#include "gateway/admin/answers.h"

namespace gatehouse::admin {

namespace {

std::string errorJson(const Error &error)
{
    return translate::errorBody(error, Dialect::OpenAiChat);
}

} // namespace

void StoreAnswer::begin(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question)
{
    auto *lookup = new StoreAnswer(context, std::move(inbound));
    const auto answered = std::make_shared<Answered>();
    connect(answered.get(), &Answered::come, lookup, &StoreAnswer::onAnswer, Qt::QueuedConnection);
    context.shared.keeper.ask(std::move(question), [answered](const Result<std::string> &answer) {
        Q_EMIT answered->come(
            answer ? 200 : answer.error().httpStatus(), QByteArray::fromStdString(answer ? *answer : errorJson(answer.error())));
    });
}

StoreAnswer::StoreAnswer(pipeline::Context &context, pipeline::Inbound inbound)
    : m_context(context)
    , m_inbound(std::move(inbound))
{
    context.enter(*this);
    m_inbound.reply->listen(this);
}

StoreAnswer::~StoreAnswer()
{
    if (m_inbound.reply)
        m_inbound.reply->listen(nullptr);
}

void StoreAnswer::onAnswer(int status, const QByteArray &json)
{
    if (m_ended)
        return;
    answerJson(m_inbound, json.toStdString(), status);
    end();
}

void StoreAnswer::shutDown()
{
    const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
    onAnswer(stopping.httpStatus(), QByteArray::fromStdString(errorJson(stopping)));
}

void StoreAnswer::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_inbound.reply->listen(nullptr);
    m_context.leave(*this);
    deleteLater();
}

} // namespace gatehouse::admin
