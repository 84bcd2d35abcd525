// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/context.h"

#include "gateway/observe/log_text.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/pipeline/budget_signals.h"
#include "gateway/pipeline/listener.h"
#include "gateway/store/entry.h"

namespace gatehouse::pipeline {

namespace {

upstream::Settings upstreamSettings(const Settings &settings)
{
    upstream::Settings result;
    result.caFile = settings.caFile;
    result.verifyPeer = settings.verifyPeer;
    result.forceIpv4 = settings.forceIpv4;
    return result;
}

} // namespace

Context::Context(Shared &sharedByAll, std::shared_ptr<const Snapshot> first)
    : snapshot(first)
    , shared(sharedByAll)
    , random(std::random_device {}())
    , upstream(upstreamSettings(snapshot->settings))
    , grants(upstream, clock)
    , files(upstream, clock)
    , cache(sharedByAll.answers,
          [&log = sharedByAll.log](const std::string &trouble) {
              log.say(observe::Log::Level::Warning,
                  {observe::Log::Category::Store, "nothing is read from the cache, and nothing kept: " + trouble});
          })
    , hangs(shared.observer, running)
{
    adopt(std::move(first));
    shared.switchboard.join(*this, upstream);
}

void Context::adopt(std::shared_ptr<const Snapshot> next)
{
    snapshot = std::move(next);
    files.forget(); // it may have come from where nothing may be fetched any longer
    board = std::make_shared<const routing::Board>(snapshot->router, shared.health, &shared.budgets);
    callers.emplace(people::Ground {shared.directory, shared.ledger, snapshot->settings.people});
    hangs.configure(snapshot->settings.observe->alerts.patience());
    cache.configure(snapshot->settings.cache);
    shared.health.keepLatencies(snapshot->router.rules().latencySamples);
}

Context::~Context()
{
    shared.switchboard.leave(*this);
    for (Life *life : std::exchange(running, {}))
        delete life;
}

void Context::endAll()
{
    const std::vector<Life *> all = running;
    for (Life *life : all)
        life->shutDown();
}

Result<Identity> Context::identify(const wire::Request &request, Dialect door)
{
    return auth::identify(request, snapshot->settings.auth, *callers, clock.wall(), door);
}

void Context::enter(Life &life)
{
    life.place = running.size();
    running.push_back(&life);
}

void Context::leave(Life &life)
{
    running[life.place] = running.back();
    running[life.place]->place = life.place;
    running.pop_back();
}

// Each attempt to the account of who made it.
void Context::book(const Receipt &receipt) const
{
    for (const AttemptRecord &attempt : receipt.attempts) {
        if (!attempt.cost)
            continue;
        for (const auto &crossed : shared.budgets.spend(attempt.provider, attempt.deployment, *attempt.cost, clock.wall()))
            shared.observer.tell(signalOf(crossed, clock.wall()));
    }
}

Result<> Context::mayBook() const
{
    if (shared.journal.isWritable())
        return {};
    return Failure {Error {Fault::ServiceUnavailable,
        "the gateway cannot write its journal (a full disk?), so what this call spends could not be booked", 0,
        "internal_server_error"}};
}

// At the moment that SQL will have the call end: both count it in the same period.
void Context::settle(limits::Hold &hold, const Receipt &receipt) const
{
    book(receipt);
    if (receipt.outcome == Outcome::Refused) { // what is refused uses nothing
        hold = {};
        return;
    }
    const Money cost = receipt.cost ? receipt.cost->total : Money {};
    const auto ended = receipt.startedAt + receipt.duration;
    const auto marks = hold.settle(cost, receipt.usage.input + receipt.usage.output, clock.now(), ended);
    for (const limits::Crossed &crossed : marks)
        shared.observer.tell(signalOf(crossed, receipt, ended));
}

// A refusal for want of room takes none of what is kept for the calls that run.
void Context::keep(const Receipt &receipt)
{
    if (!shared.journal.isOpen() || (receipt.attempts.empty() && !shared.journal.isWritable()))
        return;
    const Settings &settings = snapshot->settings;
    std::optional<Said> said;
    if (receipt.said && settings.keepsWords)
        said = keptOf(*receipt.said);
    const std::string entry =
        settings.keepsReceipts ? store::entryOf(receipt, said ? &*said : nullptr) : store::chargeOf(receipt);
    if (entry.empty())
        return;
    const auto kept = shared.journal.append(entry);
    if (kept)
        return;
    const std::string words = "the receipt of call " + receipt.callId + " is lost: " + kept.error().message;
    shared.log.say(observe::Log::Level::Error, {observe::Log::Category::Store, words, receipt.callId});
    shared.observer.tell({observe::Signal::Kind::SpendLost, receipt.callId, words, {}, clock.wall()});
}

void Context::writeLog(Receipt &receipt) const
{
    using Log = observe::Log;
    Log &log = shared.log;
    for (const AttemptRecord &attempt : receipt.attempts) {
        if (!attempt.hasMadeRest || !log.wants(Log::Level::Warning, Log::Category::Routing))
            continue;
        const std::string message =
            "deployment " + attempt.deployment + " (" + attempt.group + ") rests after status " + std::to_string(attempt.status);
        log.say(Log::Level::Warning, {Log::Category::Routing, message, receipt.callId});
    }
    if (!log.wants(observe::levelOf(receipt), Log::Category::Request))
        return;
    const bool tellsErrors = log.wants(Log::Level::Debug, Log::Category::Request) && !snapshot->settings.hidesErrors;
    log.put(observe::textOf(receipt, {log.form(), snapshot->settings.hidesPeople, tellsErrors}));
}

void Context::file(Receipt receipt, std::shared_ptr<observe::traffic::Capture> capture)
{
    writeLog(receipt);
    const auto final = std::make_shared<Receipt>(std::move(receipt));
    if (capture)
        capture->end(final);
    if (observe::Events &events = shared.observer.events(); events.isHeard())
        events.say(final->outcome == Outcome::Completed ? observe::EventKind::RequestDone : observe::EventKind::RequestFailed,
            observe::rowJson(*final));
    shared.observer.tell(heard(final), std::move(capture)); // before the ring: who finds it ended there may ask for it
    shared.ring.file(final);
}

std::string newCallId(routing::Random &random)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string id = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    unsigned bits = 0, left = 0;
    for (char &c : id) {
        if (c != 'x' && c != 'y')
            continue;
        if (left == 0) {
            bits = static_cast<unsigned>(random()) >> 3; // the low bits of a linear congruential generator are its worst
            left = 7;
        }
        const unsigned nibble = bits & 15;
        c = hex[c == 'y' ? 8 + (nibble & 3) : nibble];
        bits >>= 4;
        --left;
    }
    return id;
}

} // namespace gatehouse::pipeline
