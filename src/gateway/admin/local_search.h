// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/local_servers.h"
#include "gateway/admin/pending_answer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::admin {

/// GET /providers/local: which servers of models run on this machine. See docs/providers-api.md. 400 for ?ports= that are none.
void findLocalServers(pipeline::Context &context, pipeline::Inbound inbound);

/// One path of one port being asked. Destroying it cancels.
class LocalQuestion final : private upstream::AttemptListener
{
public:
    /// Called once, from the event loop, with status 0 where there was no answer; it may destroy the question.
    using Done = std::function<void(LocalAnswer)>;
    LocalQuestion(upstream::Client &client, std::uint16_t port, std::string_view path, Done done);

private:
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;

    Done m_done;
    LocalAnswer m_answer;
    std::unique_ptr<upstream::Attempt> m_attempt;
};

/// One port of loopback being looked at: the first path, and where that is answered the others, side by side.
class PortSearch final
{
public:
    PortSearch(pipeline::Context &context, std::uint16_t port, std::function<void()> done);

    std::uint16_t port() const { return m_port; }
    const std::optional<LocalServer> &server() const { return m_server; }
    double latency() const { return m_latency; } ///< of the first answer, in milliseconds

private:
    void ask(std::string_view path);
    void onAnswer(std::string_view path, LocalAnswer answer);

    pipeline::Context &m_context;
    const std::uint16_t m_port;
    const std::function<void()> m_done;
    const Clock::Instant m_startedAt;
    double m_latency = 0;
    std::vector<std::unique_ptr<LocalQuestion>> m_questions;
    std::size_t m_open = 0;
    LocalAnswers m_answers;
    std::optional<LocalServer> m_server;
};

/// All ports being looked at for one request. Lives on one worker's thread and deletes itself.
class LocalSearch final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, const std::vector<std::uint16_t> &ports);

private:
    LocalSearch(pipeline::Context &context, pipeline::Inbound inbound);
    void start(const std::vector<std::uint16_t> &ports);
    void onPortDone();

    std::vector<std::unique_ptr<PortSearch>> m_searches;
    std::size_t m_open = 0;
};

} // namespace gatehouse::admin
