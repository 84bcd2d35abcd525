// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_inquiry.h"

#include "gateway/admin/refused_words.h"
#include "gateway/providers/listing.h"
#include "gateway/providers/sign.h"

namespace gatehouse::admin {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t largestList = 8 * 1024 * 1024;
constexpr std::size_t mostModels = 5000;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

ModelInquiry::ModelInquiry(pipeline::Context &context, Deployment deployment, Done done)
    : m_context(context)
    , m_deployment(std::move(deployment))
    , m_done(std::move(done))
    , m_startedAt(context.clock.now())
{
}

ModelInquiry::~ModelInquiry() = default;

void ModelInquiry::start()
{
    if (!m_deployment.cloud.isFetched())
        return send(nullptr);
    const auto found = m_context.grants.find(m_deployment.cloud);
    if (found.grant)
        return send(found.grant);
    if (found.refusal)
        return onRefused(*found.refusal);
    m_wait = m_context.grants.wait(m_deployment.cloud, this);
}

void ModelInquiry::onGranted(const Grant &grant)
{
    m_wait.reset();
    send(&grant);
}

void ModelInquiry::onRefused(const Error &error)
{
    m_wait.reset();
    refuse(error.fault == Fault::ApiConnection ? "unreachable" : "key_refused", error.message);
}

void ModelInquiry::send(const Grant *grant)
{
    upstream::Outgoing question {.method = "GET", .url = providers::listing(m_deployment).url};
    question.headers = providers::listingHeaders(m_deployment);
    question.timeouts = {.connect = 5s, .total = 10s};
    const providers::Unsigned request {question.url, {}, grant, "GET"};
    if (auto done = providers::sign(m_deployment, request, m_context.clock.wall(), question.headers); !done)
        return refuse("not_configured", done.error().message);
    m_attempt = m_context.upstream.send(std::move(question), this);
}

void ModelInquiry::onHead(int status, wire::Headers)
{
    m_status = status;
}

void ModelInquiry::onBytes(std::string_view bytes)
{
    if (!isSuccess(m_status))
        return; // what it says of a failure is not repeated
    if (m_body.size() + bytes.size() > largestList)
        return refuse("too_large");
    m_body += bytes;
}

void ModelInquiry::onEnded(Result<> outcome)
{
    const bool isCut = !outcome && isSuccess(m_status) && outcome.error().fault == Fault::ApiConnection;
    if (!outcome && m_status < 400)
        return refuse(isCut ? "unreadable" : reasonFor(outcome.error()));
    if (!isSuccess(m_status))
        return refuse(reasonForStatus(m_status));
    const auto way = providers::listing(m_deployment);
    auto list = translate::modelListFrom(std::move(m_body), way.member, way.prefix, mostModels);
    if (!list)
        return refuse("unreadable");
    Inquired inquired;
    inquired.list = std::move(*list);
    finish(std::move(inquired));
}

void ModelInquiry::refuse(std::string_view reason, std::string message)
{
    Inquired inquired;
    inquired.reason = reason;
    inquired.message = std::move(message);
    finish(std::move(inquired));
}

void ModelInquiry::finish(Inquired inquired)
{
    m_attempt.reset();
    inquired.status = m_status;
    inquired.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
    const Done done = std::move(m_done); // this object may die in it
    done(std::move(inquired));
}

} // namespace gatehouse::admin
