// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/replay.h"

#include "gateway/admin/answers.h"
#include "gateway/observe/lookout.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/pass_through.h"
#include "gateway/wire/utf8.h"

#include <QPointer>

#include <utility>

namespace gatehouse::admin {

/// Where the answer of the exchange goes. The exchange owns it, and may outlive the replay.
class Replay::Collector final : public wire::Reply
{
public:
    static constexpr std::size_t most = 64 * 1024 * 1024;

    explicit Collector(Replay &owner)
        : m_owner(&owner)
    {
    }
    ~Collector() override { finish(false); }

    void send(wire::Head head, std::string body) override
    {
        m_head = std::move(head);
        m_body = std::move(body);
        finish(true);
    }
    void begin(wire::Head head) override { m_head = std::move(head); }
    void write(std::string_view bytes) override { m_body.append(bytes.substr(0, most - std::min(most, m_body.size()))); }
    void end() override { finish(true); }
    void abort() override { finish(false); }
    std::size_t pending() const override { return 0; }
    void listen(wire::ReplyListener *listener) override { m_listener = listener; }

    void tellGone()
    {
        m_owner = nullptr;
        if (m_listener)
            m_listener->onClientGone();
    }

private:
    void finish(bool isWhole)
    {
        if (Replay *owner = std::exchange(m_owner, nullptr))
            owner->onAnswer(m_head, m_body, isWhole);
    }

    QPointer<Replay> m_owner;
    wire::ReplyListener *m_listener = nullptr;
    wire::Head m_head = {0, {}};
    std::string m_body;
};

namespace {

// The caller of the replay is the one who asks for it now.
void showKey(wire::Request &request, const wire::Request &asking, const auth::Settings &settings)
{
    const std::string key(auth::shownKey(asking, settings));
    if (key.empty())
        return;
    const std::string name = settings.keyHeader.empty() ? "authorization" : settings.keyHeader;
    request.headers.set(name, "Bearer " + key);
}

void writeAnswer(wire::JsonWriter &json, const wire::Head &head, const std::string &body)
{
    json.key("status").number(std::int64_t(head.status)).key("headers").beginObject();
    for (const auto &[name, value] : head.headers) {
        if (wire::isUtf8(std::string(value)))
            json.key(name).string(value);
    }
    json.endObject().key("body");
    if (wire::JsonObject::parse(body))
        json.raw(body);
    else if (wire::isUtf8(body))
        json.string(body);
    else
        json.string("(" + std::to_string(body.size()) + " bytes that are no text)");
}

} // namespace

void Replay::begin(pipeline::Context &context, pipeline::Inbound inbound, std::string model)
{
    auto *replay = new Replay(context, std::move(inbound), std::move(model));
    replay->ask();
}

Replay::Replay(pipeline::Context &context, pipeline::Inbound inbound, std::string model)
    : PendingAnswer(context, std::move(inbound))
    , m_model(std::move(model))
    , m_found(std::make_shared<Result<ReplaySource>>(Failure {Error {Fault::ShuttingDown, "the gateway is shutting down"}}))
{
}

void Replay::ask()
{
    const auto news = std::make_shared<ReplayFound>();
    connect(news.get(), &ReplayFound::come, this, &Replay::onFound, Qt::QueuedConnection);
    const std::string id = m_inbound.pathModel;
    m_context.shared.observer.ask([found = m_found, news, id, row = m_context.shared.ring.find(id)](observe::Lookout &lookout) {
        *found = replaySource(lookout.traffic(), row, id);
        Q_EMIT news->come();
    });
}

void Replay::onFound()
{
    if (hasEnded())
        return;
    if (!*m_found)
        return refuse(m_found->error());
    ReplaySource source = std::move(**m_found);
    if (!m_model.empty()) {
        if (auto changed = askFor(source, m_model); !changed)
            return refuse(changed.error());
    }
    send(std::move(source));
}

void Replay::send(ReplaySource source)
{
    wire::Request &request = source.request;
    showKey(request, m_inbound.request, m_context.snapshot->settings.auth);
    request.peer = m_inbound.request.peer;
    request.receivedAt = m_context.clock.now();
    auto collector = std::make_unique<Collector>(*this);
    m_collector = collector.get();
    if (source.isPassThrough) {
        const auto *rule = pipeline::passThroughRule(m_context, request);
        if (!rule)
            return refuse({Fault::BadRequest, "this exchange cannot be replayed: its door is not there any more", 409});
        return pipeline::PassThrough::begin(m_context, std::move(request), std::move(collector), *rule);
    }
    pipeline::Inbound inbound;
    inbound.request = std::move(request);
    inbound.reply = std::move(collector);
    inbound.dialect = source.dialect;
    inbound.operation = source.operation;
    inbound.pathModel = std::move(source.pathModel);
    inbound.streams = source.streams;
    pipeline::Exchange::begin(m_context, std::move(inbound));
}

void Replay::onAnswer(const wire::Head &head, const std::string &body, bool isWhole)
{
    m_collector = nullptr;
    if (hasEnded())
        return;
    const std::string callId(head.headers.value("x-litellm-call-id"));
    const auto row = m_context.shared.ring.find(callId);
    wire::JsonWriter json;
    json.beginObject().key("id").number(static_cast<std::int64_t>(row ? row->id : 0)).key("call_id").string(callId);
    json.key("replayed").string(m_inbound.pathModel).key("complete").boolean(isWhole);
    writeAnswer(json, head, body);
    answer(json.endObject().take());
}

void Replay::onClientGone()
{
    if (Collector *collector = std::exchange(m_collector, nullptr))
        collector->tellGone();
    end();
}

void replayTraffic(pipeline::Context &context, pipeline::Inbound inbound)
{
    std::string model;
    if (!inbound.request.body.empty()) {
        const auto body = wire::JsonObject::parse(inbound.request.body);
        if (!body)
            return answerRefusal(inbound, body.error().message);
        const auto named = wire::jsonString(body->find("model"));
        if (body->has("model") && (!named || named->empty()))
            return answerRefusal(inbound, "model must be the name of one");
        model = named.value_or("");
    }
    Replay::begin(context, std::move(inbound), std::move(model));
}

} // namespace gatehouse::admin
