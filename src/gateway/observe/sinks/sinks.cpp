// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/sinks.h"

#include "gateway/observe/log.h"
#include "gateway/observe/sinks/addressees.h"
#include "gateway/observe/sinks/own_choice.h"
#include "gateway/observe/sinks/text.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::chrono::seconds lastWords {2}; // to send what waits when the gateway stops

} // namespace

Sinks::Sinks(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_warn([log = m_surroundings.log](const std::string &message) {
        if (log)
            log->say(Log::Level::Warning, {Log::Category::Sinks, message});
    })
    , m_client(std::make_unique<upstream::Client>(upstream::Settings {}))
{
}

// Nobody else runs on the thread by now, so a loop of its own lets the last requests end.
Sinks::~Sinks()
{
    std::vector<Carrier *> all = m_own.carriers();
    for (Outlet &outlet : m_fixed)
        all.push_back(outlet.carrier.get());
    const auto mayEnd = [&all] { return std::all_of(all.begin(), all.end(), [](Carrier *each) { return each->isAtRest(); }); };
    for (Carrier *carrier : all)
        carrier->hurry();
    const auto until = std::chrono::steady_clock::now() + lastWords;
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        for (Carrier *carrier : all)
            carrier->hurry();
        if (mayEnd() || std::chrono::steady_clock::now() >= until)
            loop.quit();
    });
    constexpr std::chrono::milliseconds look {10};
    tick.start(look);
    if (!mayEnd())
        loop.exec();
    for (Carrier *carrier : all)
        carrier->keep();
}

Premises Sinks::premises() const
{
    return {m_settings, *m_client, m_surroundings.dataDirectory, m_warn};
}

void Sinks::configure(const Settings &settings)
{
    const bool hasOtherConnections = !(settings.connections == m_settings.connections);
    const bool isOther = hasOtherConnections || !(settings.terms == m_settings.terms && settings.bounds == m_settings.bounds);
    if (isOther)
        m_own.closeAll();
    closeOthersThan(isOther ? std::vector<Choice>() : settings.choices);
    m_settings = settings;
    if (hasOtherConnections)
        reconnect();
    for (const Choice &choice : settings.choices) {
        if (!fixed([&](const Choice &each) { return each == choice; }) && find(choice.kind))
            m_fixed.push_back(open(choice, choice.name, false, premises()));
    }
}

// What they could not send is on disk then, from where their successors take it up.
void Sinks::closeOthersThan(const std::vector<Choice> &choices)
{
    m_fixed.remove_if([&](Outlet &outlet) {
        const bool stays = std::find(choices.begin(), choices.end(), outlet.choice) != choices.end();
        if (!stays)
            m_gone.close(outlet);
        return !stays;
    });
}

void Sinks::reconnect()
{
    m_trials.giveUp();
    upstream::Settings connections;
    connections.caFile = m_settings.connections.caFile;
    connections.verifyPeer = m_settings.connections.verifyPeer;
    connections.forceIpv4 = m_settings.connections.forceIpv4;
    m_client = std::make_unique<upstream::Client>(connections);
}

template <typename Is> const Outlet *Sinks::fixed(Is is) const
{
    const auto found = std::find_if(m_fixed.begin(), m_fixed.end(), [&](const Outlet &outlet) { return is(outlet.choice); });
    return found == m_fixed.end() ? nullptr : &*found;
}

void Sinks::onReceipt(const Receipt &receipt)
{
    if (receipt.operation == Operation::CountTokens)
        return;
    for (Outlet &outlet : m_fixed) {
        if (!isReplaced(receipt, outlet.choice.name) && !isDisabled(receipt, outlet.choice.name))
            outlet.tell(receipt);
    }
    for (const CallbackChoice &choice : ownChoices(receipt))
        tellOwn(choice, receipt);
}

void Sinks::tellOwn(const CallbackChoice &choice, const Receipt &receipt)
{
    const bool isTold = choice.variables.empty() && fixed([&](const Choice &each) { return each.name == choice.name; });
    const Row *row = find(choice.name);
    if (isTold || !row || row->isFile || row->isOurs || isDisabled(receipt, choice.name)
        || !(isSuccess(receipt) ? choice.onSuccess : choice.onFailure))
        return;
    if (Outlet *outlet = m_own.outletFor(choice, *row, premises()))
        outlet->tell(receipt);
}

void Sinks::onTick(Clock::Instant now)
{
    m_trials.sweep();
    m_own.closeIdle(now);
}

std::vector<Figures> Sinks::figures() const
{
    Tally all = m_gone;
    for (const Outlet &outlet : m_fixed)
        all.add(outlet);
    m_own.addTo(all);
    return all.list();
}

void Sinks::test(const std::string &name, Told told)
{
    const Outlet *outlet = fixed([&](const Choice &each) { return each.name == name; });
    const Row *row = find(outlet ? outlet->choice.kind : name);
    if (!row)
        return told(Failure {Error {Fault::InvalidRequest, "There is no service '" + name + "'"}});
    const Choice choice = outlet ? outlet->choice : choiceOf({name}, *row, m_settings.environment);
    m_trials.begin(choice, *row, m_settings.terms, *m_client, std::move(told));
}

} // namespace gatehouse::observe::sinks
