// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/fan_out.h"

#include <QPointer>

namespace gatehouse::pipeline {

/// Where one exchange's answer goes. The exchange owns it, and may outlive the fan-out.
class FanOut::Branch final : public wire::Reply
{
public:
    Branch(FanOut &owner, std::size_t index)
        : m_owner(&owner)
        , m_index(index)
    {
    }
    ~Branch() override
    {
        if (m_owner)
            m_owner->onDropped(m_index);
    }
    void send(wire::Head head, std::string body) override
    {
        if (m_owner)
            m_owner->onAnswer(m_index, std::move(head), std::move(body));
    }
    void begin(wire::Head head) override
    {
        if (m_owner)
            m_owner->onBegun(m_index, std::move(head));
    }
    void write(std::string_view bytes) override
    {
        if (isHeard())
            m_owner->m_reply->write(bytes);
    }
    void end() override
    {
        if (m_owner)
            m_owner->onEnded(m_index, true);
    }
    void abort() override
    {
        if (m_owner)
            m_owner->onEnded(m_index, false);
    }
    std::size_t pending() const override { return isHeard() ? m_owner->m_reply->pending() : 0; }
    void listen(wire::ReplyListener *listener) override { m_listener = listener; }

    void tellGone()
    {
        if (m_listener)
            m_listener->onClientGone();
    }
    void tellDrained()
    {
        if (m_listener)
            m_listener->onClientDrained();
    }

private:
    bool isHeard() const { return m_owner && m_owner->isWinner(m_index); }

    QPointer<FanOut> m_owner;
    std::size_t m_index;
    wire::ReplyListener *m_listener = nullptr;
};

void FanOut::begin(Context &context, Inbound inbound, const std::vector<std::string> &models, bool isRace)
{
    auto *fanOut = new FanOut(context, std::move(inbound), models.size(), isRace);
    // An exchange may answer before it returns; a race is over then.
    for (std::size_t i = 0; i < models.size() && !fanOut->m_isOver && fanOut->m_winner == nobody; ++i)
        Exchange::begin(context, fanOut->inboundFor(i, models[i]));
}

FanOut::FanOut(Context &context, Inbound inbound, std::size_t count, bool isRace)
    : QObject(&context.upstream) // so that a worker that ends takes it along
    , m_context(context)
    , m_inbound(std::move(inbound))
    , m_reply(std::move(m_inbound.reply))
    , m_parts(count)
    , m_waiting(count)
    , m_isRace(isRace)
{
    m_reply->listen(this);
}

FanOut::~FanOut()
{
    m_reply->listen(nullptr);
}

Inbound FanOut::inboundFor(std::size_t index, const std::string &model)
{
    const wire::Request &asked = m_inbound.request;
    auto branch = std::make_unique<Branch>(*this, index);
    m_parts[index].branch = branch.get();
    Inbound inbound;
    inbound.request.method = asked.method;
    inbound.request.path = asked.path;
    inbound.request.query = asked.query;
    inbound.request.headers = asked.headers;
    inbound.request.body = asked.body;
    inbound.request.peer = asked.peer;
    inbound.request.receivedAt = asked.receivedAt;
    inbound.reply = std::move(branch);
    inbound.dialect = m_inbound.dialect;
    inbound.operation = m_inbound.operation;
    inbound.pathModel = model;
    inbound.isOneOfSeveral = true;
    return inbound;
}

void FanOut::onAnswer(std::size_t index, wire::Head head, std::string body)
{
    Part &part = m_parts[index];
    if (part.isOver || m_isOver)
        return;
    const bool isGood = head.status >= 200 && head.status < 300;
    part.isOver = true;
    part.head = std::move(head);
    part.body = std::move(body);
    --m_waiting;
    if (m_isRace && isGood && m_winner == nobody) {
        win(index);
        m_reply->send(std::move(part.head), std::move(part.body));
        return finish();
    }
    if (m_waiting == 0)
        answer();
}

void FanOut::onBegun(std::size_t index, wire::Head head)
{
    if (m_isOver || m_winner != nobody)
        return;
    win(index);
    m_reply->begin(std::move(head));
}

void FanOut::onEnded(std::size_t index, bool isWhole)
{
    if (m_isOver || !isWinner(index))
        return;
    if (isWhole)
        m_reply->end();
    else
        m_reply->abort();
    finish();
}

// An exchange that lets its reply go without an answer has left the client without one.
void FanOut::onDropped(std::size_t index)
{
    Part &part = m_parts[index];
    part.branch = nullptr;
    if (m_isOver || part.isOver)
        return;
    if (isWinner(index))
        return onEnded(index, false);
    const Error lost {Fault::Internal, "the call ended without an answer"};
    onAnswer(index, {lost.httpStatus(), {}}, translate::errorBody(lost, m_inbound.dialect));
}

void FanOut::win(std::size_t index)
{
    m_winner = index;
    cancelAllBut(index);
}

void FanOut::cancelAllBut(std::size_t index)
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        if (i == index || part.isOver || !part.branch)
            continue;
        part.isOver = true;
        part.branch->tellGone();
    }
}

void FanOut::onClientGone()
{
    cancelAllBut(nobody);
    finish();
}

void FanOut::onClientDrained()
{
    if (m_winner != nobody && m_parts[m_winner].branch)
        m_parts[m_winner].branch->tellDrained();
}

// All have answered: each in its place, or, when nobody has anything to say but errors, the first of these.
void FanOut::answer()
{
    const auto isGood = [](const Part &part) { return part.head.status < 300; };
    Part &first = m_parts.front();
    if (m_isRace || std::none_of(m_parts.begin(), m_parts.end(), isGood)) {
        first.head.headers.set("content-type", "application/json");
        m_reply->send(std::move(first.head), std::move(first.body));
        return finish();
    }
    wire::Head head {200, {{"content-type", "application/json"}}};
    for (const char *name : {"x-litellm-call-id", "x-litellm-version"})
        head.headers.set(name, std::string(first.head.headers.value(name)));
    std::string body;
    for (const Part &part : m_parts)
        body += (body.empty() ? "[" : ",") + part.body;
    m_reply->send(std::move(head), body + "]");
    finish();
}

void FanOut::finish()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_reply->listen(nullptr);
    deleteLater();
}

} // namespace gatehouse::pipeline
