// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/local_search.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/spend_question.h"
#include "gateway/core/number_from.h"

#include <QUrl>

#include <algorithm>

namespace gatehouse::admin {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostPorts = 32;
constexpr std::size_t largestAnswer = 1024 * 1024;

Result<std::vector<std::uint16_t>> portsIn(std::string_view text)
{
    std::vector<std::uint16_t> ports;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(','));
        const std::uint16_t port = numberFrom<std::uint16_t>(word).value_or(0);
        if (port == 0 || ports.size() == mostPorts)
            return Failure {Error {Fault::InvalidRequest, "ports must be 1 to 32 ports, separated by commas", 0, {}, "ports"}};
        if (std::find(ports.begin(), ports.end(), port) == ports.end())
            ports.push_back(port);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return ports;
}

bool isAt(const Deployment &deployment, std::uint16_t port)
{
    const QUrl url(QString::fromStdString(deployment.apiBase));
    const QString host = url.host();
    return url.port() == port && (host == u"127.0.0.1" || host == u"localhost" || host == u"::1");
}

} // namespace

LocalQuestion::LocalQuestion(upstream::Client &client, std::uint16_t port, std::string_view path, Done done)
    : m_done(std::move(done))
{
    upstream::Outgoing question {.method = "GET", .url = "http://127.0.0.1:" + std::to_string(port) + std::string(path)};
    question.headers = {{"accept", "application/json"}};
    question.timeouts = {.connect = 500ms, .total = 1s};
    question.isDirect = true;
    m_attempt = client.send(std::move(question), this);
}

void LocalQuestion::onHead(int status, wire::Headers)
{
    m_answer.status = status;
}

void LocalQuestion::onBytes(std::string_view bytes)
{
    if (m_answer.body.size() + bytes.size() <= largestAnswer)
        m_answer.body += bytes;
    else
        onEnded(Failure {Error {Fault::ApiConnection, "it goes on and on"}});
}

void LocalQuestion::onEnded(Result<> outcome)
{
    m_attempt.reset();
    if (!outcome)
        m_answer = {};
    const Done done = std::move(m_done); // this object may die in it
    done(std::move(m_answer));
}

PortSearch::PortSearch(pipeline::Context &context, std::uint16_t port, std::function<void()> done)
    : m_context(context)
    , m_port(port)
    , m_done(std::move(done))
    , m_startedAt(context.clock.now())
{
    ask(firstPath());
}

void PortSearch::ask(std::string_view path)
{
    ++m_open;
    m_questions.push_back(std::make_unique<LocalQuestion>(
        m_context.upstream, m_port, path, [this, path](LocalAnswer answer) { onAnswer(path, std::move(answer)); }));
}

void PortSearch::onAnswer(std::string_view path, LocalAnswer answer)
{
    --m_open;
    const bool isFirst = path == firstPath(), isThere = answer.status != 0;
    m_answers.insert_or_assign(std::string(path), std::move(answer));
    if (isFirst && isThere) {
        const auto time = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
        m_latency = static_cast<double>(time.count()) / 1000;
        for (const std::string_view next : furtherPaths())
            ask(next);
    }
    if (m_open > 0)
        return;
    m_server = recognised(m_answers, m_port);
    m_done();
}

void LocalSearch::begin(pipeline::Context &context, pipeline::Inbound inbound, const std::vector<std::uint16_t> &ports)
{
    auto *search = new LocalSearch(context, std::move(inbound));
    search->start(ports);
}

LocalSearch::LocalSearch(pipeline::Context &context, pipeline::Inbound inbound)
    : PendingAnswer(context, std::move(inbound))
{
}

void LocalSearch::start(const std::vector<std::uint16_t> &ports)
{
    m_open = ports.size();
    for (const std::uint16_t port : ports)
        m_searches.push_back(std::make_unique<PortSearch>(m_context, port, [this] { onPortDone(); }));
}

void LocalSearch::onPortDone()
{
    if (--m_open > 0 || hasEnded())
        return;
    const auto &deployments = m_context.snapshot->router.deployments();
    wire::JsonWriter json;
    json.beginObject().key("servers").beginArray();
    for (const auto &search : m_searches) {
        const auto isHere = [&search](const Deployment &each) { return isAt(each, search->port()); };
        if (search->server())
            json.raw(localRecord(*search->server(), search->port(), search->latency(),
                std::any_of(deployments.begin(), deployments.end(), isHere)));
    }
    json.endArray().key("asked").beginArray();
    for (const auto &search : m_searches)
        json.number(std::int64_t(search->port()));
    answer(json.endArray().endObject().take());
}

void findLocalServers(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string asked = inbound.request.queryValue("ports");
    const auto ports = asked.empty() ? Result<std::vector<std::uint16_t>>(usualPorts()) : portsIn(asked);
    if (!ports)
        return answerError(inbound, ports.error());
    if (ports->empty())
        return answerError(inbound, {Fault::InvalidRequest, "ports must name one port at least", 0, {}, "ports"});
    LocalSearch::begin(context, std::move(inbound), *ports);
}

} // namespace gatehouse::admin
