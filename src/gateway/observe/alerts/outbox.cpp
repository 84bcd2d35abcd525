// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/outbox.h"

#include "gateway/observe/alerts/mail_transport.h"
#include "gateway/observe/sinks/http_transport.h"

#include <utility>

namespace gatehouse::observe::alerts {

namespace {

using sinks::Answer;
using sinks::Complaint;

/// A webhook, as a courier's server: messages go as they are, one at a time.
class Hook final : public sinks::Form
{
public:
    explicit Hook(Secret url)
        : m_url(std::move(url))
    {
    }
    sinks::Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        return {m_url.reveal(), {{"content-type", "application/json"}, {"user-agent", "Gatehouse"}}, reports.front()};
    }

private:
    Secret m_url;
};

// Never with the address, which is a credential.
std::string reasonOf(const Answer &answer)
{
    return answer.status > 0 ? "it answered with status " + std::to_string(answer.status) : answer.trouble;
}

std::string wordsOf(const std::string &channel, const Complaint &complaint)
{
    if (complaint.kind == Complaint::Kind::Crowded)
        return channel + " takes nothing: the oldest of " + std::to_string(Outbox::mostWaiting)
            + " alerts that wait for it are dropped";
    const bool isLost = complaint.kind == Complaint::Kind::Refused;
    return channel + " did not take an alert: " + reasonOf(complaint.answer)
        + (isLost ? "; it is dropped" : "; it is tried again");
}

std::string textOf(const Parcel &parcel)
{
    return parcel.letter ? reportOf(*parcel.letter) : parcel.body;
}

} // namespace

Outbox::Outbox(Say say)
    : m_say(std::move(say))
    , m_client(std::make_unique<upstream::Client>(upstream::Settings {}))
{
}

void Outbox::configure(const Settings &settings)
{
    m_server = settings.channels.mail.value_or(upstream::MailServer {});
    forgetTested();
    // Nobody changes how certificates are trusted from one message to the next: what is under way keeps its connection.
    if (m_couriers.empty() && m_tests.empty())
        m_client = std::make_unique<upstream::Client>(settings.http);
}

std::unique_ptr<sinks::Transport> Outbox::transportFor(const Parcel &parcel)
{
    constexpr std::chrono::seconds patience {15};
    if (parcel.letter)
        return std::make_unique<MailTransport>(m_server);
    return std::make_unique<sinks::HttpTransport>(
        *m_client, std::make_unique<Hook>(parcel.url), patience, sinks::HttpTransport::ClosedDoors::StayClosed);
}

std::unique_ptr<sinks::Courier> Outbox::courierFor(const Parcel &parcel)
{
    sinks::Office office;
    office.bounds.reports = mostWaiting - 1; // and the one that is on its way
    office.overflow = sinks::Office::Overflow::DropOldest;
    office.betweenComplaints = std::chrono::hours(1);
    office.complain = [this, channel = parcel.channel](const Complaint &complaint) {
        if (m_say)
            m_say(wordsOf(channel, complaint));
    };
    sinks::Habits oneByOne;
    oneByOne.batch = 1;
    return std::make_unique<sinks::Courier>(transportFor(parcel), oneByOne, std::move(office));
}

void Outbox::post(const Parcel &parcel)
{
    auto &courier = m_couriers[parcel.channel + " " + parcel.url.reveal()];
    if (!courier)
        courier = courierFor(parcel);
    courier->take(textOf(parcel));
}

void Outbox::test(const Parcel &parcel, std::function<void(Result<>)> told)
{
    constexpr std::size_t mostTests = 16;
    forgetTested();
    if (m_tests.size() >= mostTests)
        return told(Failure {Error {Fault::RateLimit, "too many test alerts are on their way"}});
    const auto end = [told = std::move(told)](const Answer *answer) {
        if (answer && answer->verdict == Answer::Verdict::Arrived)
            return told({});
        told(Failure {Error {Fault::ServiceUnavailable, answer ? reasonOf(*answer) : std::string("it was given up")}});
    };
    m_tests.push_back(std::make_unique<sinks::Probe>(transportFor(parcel), end));
    m_tests.back()->send(textOf(parcel));
}

void Outbox::forgetTested()
{
    m_tests.remove_if([](const auto &test) { return test->isOver(); });
}

Outbox::Figures Outbox::figures() const
{
    Figures all;
    for (const auto &[name, courier] : m_couriers) {
        const sinks::Figures own = courier->figures();
        all.sent += own.sent;
        all.dropped += own.dropped + own.failed;
        all.waiting += own.waiting;
    }
    return all;
}

} // namespace gatehouse::observe::alerts
