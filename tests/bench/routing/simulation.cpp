// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation.h"

#include "gateway/routing/health.h"

#include <algorithm>
#include <memory>
#include <queue>

namespace bench {

namespace {

using namespace gatehouse;
using namespace gatehouse::routing;

constexpr std::size_t mostTries = 3; // within the group
constexpr double patience = 30;      // seconds the caller waits

/// A question under way.
struct Errand {
    std::vector<std::uint32_t> tried = {};
    Health::Use use = {};
    Answer answer = {};
    bool isAtFallback = false;
};

/// A question arrives, or its attempt ends.
struct Event {
    double at;
    std::size_t errand;
    bool isEnd;
    bool operator>(const Event &other) const { return std::tie(at, errand) > std::tie(other.at, other.errand); }
};

Clock::Instant instant(double seconds)
{
    return Clock::Instant(std::chrono::hours(1)) + std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

std::chrono::microseconds micro(double seconds)
{
    return std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6));
}

Price price(double dollars)
{
    return {static_cast<std::int64_t>(dollars * 1e15)};
}

std::vector<Deployment> deploymentsOf(const World &world)
{
    std::vector<Deployment> result;
    for (const Provider &provider : world.providers) {
        Deployment deployment;
        deployment.id = std::to_string(result.size());
        deployment.rpm = provider.requestsPerMinute;
        deployment.prices.set({Charge::Input}, price(provider.inputPrice));
        deployment.prices.set({Charge::Output}, price(provider.outputPrice));
        result.push_back(std::move(deployment));
    }
    return result;
}

std::vector<const Deployment *> pointers(const std::vector<Deployment> &deployments)
{
    std::vector<const Deployment *> result;
    for (const Deployment &deployment : deployments)
        result.push_back(&deployment);
    return result;
}

double cost(const Provider &provider, const Question &question)
{
    return provider.inputPrice * question.inputTokens + provider.outputPrice * question.outputTokens;
}

Ended endedOf(const Answer &answer, const Question &question)
{
    Ended ended;
    ended.duration = micro(answer.seconds);
    ended.stream = question.stream;
    if (answer.worked) {
        ended.status = 200;
        ended.firstToken = question.stream ? micro(answer.firstToken) : std::chrono::microseconds(0);
        ended.inputTokens = question.inputTokens;
        ended.outputTokens = question.outputTokens;
        return ended;
    }
    ended.fault = answer.fault;
    ended.status = info(answer.fault).status;
    if (answer.retryAfter > 0)
        ended.retryAfter = std::chrono::milliseconds(static_cast<std::int64_t>(answer.retryAfter * 1000));
    return ended;
}

/// One run, from the first question to the last answer.
class Run
{
public:
    Run(World &world, Strategy strategy)
        : m_world(world)
        , m_deployments(deploymentsOf(world))
        , m_pool(pointers(m_deployments), m_health)
        , m_errands(world.questions.size())
        , m_random(static_cast<Random::result_type>(world.seed + 1))
    {
        m_settings.strategy = strategy;
        for (std::size_t n = 0; n < world.questions.size(); ++n)
            m_events.push({world.questions[n].at, n, false});
    }

    Outcome play()
    {
        while (!m_events.empty()) {
            const Event event = m_events.top();
            m_events.pop();
            event.isEnd ? end(event) : attempt(event);
        }
        return result();
    }

private:
    void attempt(const Event &event)
    {
        Errand &errand = m_errands[event.errand];
        const Question &question = m_world.questions[event.errand];
        Ask ask {instant(event.at)};
        ask.inputTokens = question.inputTokens;
        ask.stream = question.stream;
        ask.without = errand.tried;
        const auto chosen =
            errand.tried.size() < mostTries ? choose(m_pool, m_settings, m_health, nullptr, ask, m_random) : std::nullopt;
        if (!chosen)
            return fallBack(event, errand);
        errand.tried.push_back(*chosen);
        const Slot slot = m_pool.slots[*chosen];
        errand.answer = m_world.ask(*chosen, question, event.at, m_health.inFlight(slot));
        errand.use = m_health.begin(slot, ask.now);
        m_events.push({event.at + errand.answer.seconds, event.errand, true});
    }

    void fallBack(const Event &event, Errand &errand)
    {
        errand.isAtFallback = true;
        errand.answer = m_world.ask(m_world.providers.size(), m_world.questions[event.errand], event.at, 0);
        m_events.push({event.at + errand.answer.seconds, event.errand, true});
    }

    void end(const Event &event)
    {
        Errand &errand = m_errands[event.errand];
        const Question &question = m_world.questions[event.errand];
        errand.use.end(endedOf(errand.answer, question), {}, {m_pool.size(), true}, instant(event.at));
        if (errand.answer.worked || event.at - question.at >= patience)
            return file(event, errand);
        attempt(event);
    }

    void file(const Event &event, const Errand &errand)
    {
        const Question &question = m_world.questions[event.errand];
        const double taken = event.at - question.at;
        m_times.push_back(std::min(taken, patience));
        const bool isAnswered = errand.answer.worked && taken <= patience;
        m_answered += isAnswered;
        m_firstTry += isAnswered && errand.tried.size() == 1 && !errand.isAtFallback;
        m_byFallback += isAnswered && errand.isAtFallback;
        if (errand.answer.worked)
            m_dollars += cost(errand.isAtFallback ? m_world.fallback : m_world.providers[errand.tried.back()], question);
    }

    Outcome result()
    {
        std::sort(m_times.begin(), m_times.end());
        const auto count = static_cast<double>(m_times.size());
        const auto share = [count](std::size_t part) { return static_cast<double>(part) / count; };
        const auto at = [this](double part) {
            return m_times[static_cast<std::size_t>(part * static_cast<double>(m_times.size()))];
        };
        return {m_times.size(), share(m_firstTry), share(m_answered), share(m_byFallback), at(0.5), at(0.99),
            m_dollars / count * 1000};
    }

    World &m_world;
    Health m_health;
    std::vector<Deployment> m_deployments;
    Pool m_pool;
    std::vector<Errand> m_errands;
    StrategySettings m_settings;
    Random m_random;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    std::vector<double> m_times;
    std::size_t m_answered = 0, m_firstTry = 0, m_byFallback = 0;
    double m_dollars = 0;
};

} // namespace

Outcome simulate(World world, Strategy strategy)
{
    return std::make_unique<Run>(world, strategy)->play();
}

} // namespace bench
