// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/outbox.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

namespace gatehouse::observe::alerts {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds firstPause {1000}, longestPause {60'000}, patience {15'000};
constexpr std::chrono::hours betweenComplaints {1};

// Somebody who answers so will do so again.
bool isFinal(int status)
{
    constexpr int timeout = 408, tooMany = 429, firstOfCallers = 400, firstOfServers = 500;
    return status >= firstOfCallers && status < firstOfServers && status != timeout && status != tooMany;
}

} // namespace

/// The messages for one address.
class Outbox::Way final : public upstream::AttemptListener
{
public:
    explicit Way(Outbox &outbox)
        : m_outbox(outbox)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
    }

    void add(Parcel parcel)
    {
        if (m_waiting.size() >= mostWaiting && dropOldest())
            ++dropped;
        m_waiting.push_back(std::move(parcel));
        if (!m_isSending && !m_timer.isActive())
            m_timer.start(0);
    }
    std::size_t waiting() const { return m_waiting.size(); }

    std::uint64_t sent = 0, dropped = 0;

private:
    // Not the one that is on its way.
    bool dropOldest()
    {
        const auto oldest = m_waiting.begin() + (m_isSending ? 1 : 0);
        const Parcel parcel = std::move(*oldest);
        m_waiting.erase(oldest);
        if (parcel.done)
            parcel.done(Failure {Error {Fault::ServiceUnavailable, "too much waits to be sent"}});
        complain(parcel.channel + " takes nothing: the oldest of " + std::to_string(mostWaiting)
            + " alerts that wait for it are dropped");
        return true;
    }

    void next()
    {
        if (m_waiting.empty() || m_isSending)
            return;
        m_isSending = true;
        m_status = 0;
        const Parcel &parcel = m_waiting.front();
        if (parcel.letter) {
            m_mailer.send(m_outbox.m_server, *parcel.letter, [this](Result<> result) { onEnded(std::move(result)); });
            return;
        }
        upstream::Outgoing outgoing;
        outgoing.url = parcel.url.reveal();
        outgoing.headers = {{"content-type", "application/json"}, {"user-agent", "Gatehouse"}};
        outgoing.body = parcel.body;
        outgoing.timeouts.total = patience;
        m_attempt = m_outbox.m_client->send(std::move(outgoing), this);
    }

    void onHead(int status, wire::Headers) override { m_status = status; }
    void onBytes(std::string_view) override { }
    void onEnded(Result<> outcome) override
    {
        constexpr int firstBad = 300;
        m_attempt.reset();
        m_isSending = false;
        if (outcome && m_status >= firstBad)
            outcome = Failure {Error {isFinal(m_status) ? Fault::InvalidRequest : Fault::ServiceUnavailable,
                "it answered with status " + std::to_string(m_status)}};
        const bool isLost = !outcome && outcome.error().fault == Fault::InvalidRequest;
        if (!outcome)
            complain(m_waiting.front().channel + " did not take an alert: " + outcome.error().message
                + (isLost ? "; it is dropped" : "; it is tried again"));
        if (!outcome && !isLost && !m_waiting.front().done) {
            m_timer.start(m_pause);
            m_pause = std::min(2 * m_pause, longestPause);
            return;
        }
        settle(outcome);
    }

    void settle(const Result<> &outcome)
    {
        const Parcel parcel = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (outcome) {
            ++sent;
            m_pause = firstPause;
        } else if (!parcel.done) {
            ++dropped;
        }
        m_timer.start(0);
        if (parcel.done)
            parcel.done(outcome);
    }

    void complain(const std::string &words)
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_complainedAt && now - *m_complainedAt < betweenComplaints)
            return;
        m_complainedAt = now;
        m_outbox.complain(words);
    }

    Outbox &m_outbox;
    std::deque<Parcel> m_waiting;
    QTimer m_timer;
    upstream::Mailer m_mailer;
    std::unique_ptr<upstream::Attempt> m_attempt;
    milliseconds m_pause = firstPause;
    std::optional<std::chrono::steady_clock::time_point> m_complainedAt;
    int m_status = 0;
    bool m_isSending = false;
};

Outbox::Outbox(Say say)
    : m_say(std::move(say))
    , m_client(std::make_unique<upstream::Client>(upstream::Settings {}))
{
}

Outbox::~Outbox()
{
    m_ways.clear(); // before their connections
}

void Outbox::configure(const Settings &settings)
{
    m_server = settings.channels.mail.value_or(upstream::MailServer {});
    // Nobody changes how certificates are trusted from one message to the next: what is under way keeps its connection.
    if (m_ways.empty())
        m_client = std::make_unique<upstream::Client>(settings.http);
}

void Outbox::post(Parcel parcel)
{
    auto &way = m_ways[parcel.channel + " " + parcel.url.reveal()];
    if (!way)
        way = std::make_unique<Way>(*this);
    way->add(std::move(parcel));
}

Outbox::Figures Outbox::figures() const
{
    Figures figures;
    for (const auto &[name, way] : m_ways) {
        figures.sent += way->sent;
        figures.dropped += way->dropped;
        figures.waiting += way->waiting();
    }
    return figures;
}

void Outbox::complain(const std::string &complaint)
{
    if (m_say)
        m_say(complaint);
}

} // namespace gatehouse::observe::alerts
