// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/fetch.h"

namespace gatehouse::credentials {

namespace {

constexpr std::size_t largestAnswer = 256 * 1024; // tokens that name a user's groups are long, but not that long

} // namespace

Fetch::Fetch(upstream::Client &client, const Clock &clock, std::unique_ptr<Recipe> recipe, Done done)
    : m_client(client)
    , m_clock(clock)
    , m_recipe(std::move(recipe))
    , m_done(std::move(done))
{
}

Result<> Fetch::askNext()
{
    auto question = m_recipe->ask(m_clock.wall());
    if (!question)
        return Failure {std::move(question).error()};
    m_status = 0;
    m_body.clear();
    m_attempt = m_client.send(std::move(*question), this);
    return {};
}

void Fetch::onHead(int status, wire::Headers headers)
{
    m_status = status;
    m_headers = std::move(headers);
}

void Fetch::onBytes(std::string_view bytes)
{
    if (m_body.size() + bytes.size() > largestAnswer)
        return finish(Failure {m_recipe->unreached({Fault::ApiConnection, "its answer is larger than 256 KiB"})});
    m_body += bytes;
}

void Fetch::onEnded(Result<> outcome)
{
    m_attempt.reset();
    if (!outcome)
        return finish(Failure {m_recipe->unreached(outcome.error())});
    auto read = m_recipe->read({m_status, m_headers, m_body}, m_clock.wall());
    if (!read)
        return finish(Failure {std::move(read).error()});
    if (*read)
        return finish(std::move(**read));
    if (auto asked = askNext(); !asked)
        finish(Failure {std::move(asked).error()});
}

void Fetch::finish(Result<Grant> outcome)
{
    m_attempt.reset();
    const Done done = std::move(m_done); // this object may die in it
    done(std::move(outcome));
}

} // namespace gatehouse::credentials
