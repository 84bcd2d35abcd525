// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <QTest>

/// A worker's world for tests of administrative doors, without a network.
namespace gatehouse::admin {

inline std::shared_ptr<const pipeline::Snapshot> snapshotOf(const std::string &yaml)
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    const auto config = config::parse(yaml, "test.yaml", environment);
    Q_ASSERT(config.ok());
    return pipeline::compile(config);
}

struct Answer {
    int status = 0;
    std::string body;
};

/// Keeps the one answer that is given.
class KeptReply final : public wire::Reply
{
public:
    explicit KeptReply(Answer &answer)
        : m_answer(answer)
    {
    }
    void send(wire::Head head, std::string body) override { m_answer = {head.status, std::move(body)}; }
    void begin(wire::Head) override { }
    void write(std::string_view) override { }
    void end() override { }
    void abort() override { }
    std::size_t pending() const override { return 0; }
    void listen(wire::ReplyListener *) override { }

private:
    Answer &m_answer;
};

struct World {
    explicit World(const std::string &yaml)
        : context(shared, snapshotOf(yaml))
    {
        log.setLevel(observe::Log::Level::Error);
    }

    using Handler = void (*)(pipeline::Context &, pipeline::Inbound);
    Answer ask(Handler handler, const std::string &id = {}, const std::string &body = {}, const std::string &key = {})
    {
        Answer answer;
        pipeline::Inbound inbound;
        inbound.request.body = body;
        inbound.request.headers.add("authorization", key.empty() ? std::string() : "Bearer " + key);
        inbound.pathModel = id;
        inbound.reply = std::make_unique<KeptReply>(answer);
        handler(context, std::move(inbound));
        return answer;
    }
    routing::Slot slot(const std::string &id) { return shared.health.enroll(id); }

    observe::Log log;
    pipeline::Shared shared {log};
    pipeline::Context context;
};

} // namespace gatehouse::admin
