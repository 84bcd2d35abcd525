// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/pending_answer.h"

#include "gateway/admin/answers.h"
#include "gateway/translate/translate.h"

#include <utility>

namespace gatehouse::admin {

PendingAnswer::PendingAnswer(pipeline::Context &context, pipeline::Inbound inbound)
    : m_context(context)
    , m_inbound(std::move(inbound))
{
    context.enter(*this);
    m_inbound.reply->listen(this);
}

PendingAnswer::~PendingAnswer()
{
    if (m_inbound.reply)
        m_inbound.reply->listen(nullptr);
}

void PendingAnswer::answer(std::string json, int status)
{
    if (m_ended)
        return;
    answerJson(m_inbound, std::move(json), status);
    end();
}

void PendingAnswer::refuse(const Error &error)
{
    answer(translate::errorBody(error, Dialect::OpenAiChat), error.httpStatus());
}

void PendingAnswer::shutDown()
{
    refuse({Fault::ShuttingDown, "the gateway is shutting down; please try again"});
}

void PendingAnswer::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_inbound.reply->listen(nullptr);
    if (!m_context.running.empty()) // else the worker itself is ending, and everybody with it
        m_context.leave(*this);
    deleteLater();
}

} // namespace gatehouse::admin
