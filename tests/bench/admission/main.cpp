// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "crowd.h"

#include "gateway/auth/identify.h"
#include "gateway/pipeline/allowance.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

using namespace gatehouse;

namespace {

double cpuMicroseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// A chat at a gateway of one model, asked by one of the crowd after the other.
class Door
{
public:
    explicit Door(std::size_t keys)
        : m_crowd(keys)
    {
        m_settings.masterKey = Secret("sk-bench-master");
        const auto environment = [](const std::string &) { return std::optional<std::string>(); };
        m_snapshot = pipeline::compile(config::parse(
            "model_list: [{model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k}}]\n", "bench.yaml", environment));
        m_call.model = "gpt";
        m_call.body = *wire::JsonObject::parse(
            R"({"model":"gpt","max_tokens":100,"messages":[{"role":"user","content":"Say hello in the words of a poet."}]})");
        m_inbound.request.path = "/v1/chat/completions";
    }

    /// False when it was refused.
    bool admit(std::size_t index)
    {
        m_inbound.request.headers.set("authorization", "Bearer " + m_crowd.keyOf(index));
        auto identity = auth::identify(m_inbound.request, m_settings, m_crowd.callers(), m_clock.wall());
        if (!identity)
            return false;
        m_inbound.identity = std::move(*identity);
        Receipt receipt;
        receipt.principal = m_inbound.identity.caller->who;
        const pipeline::Asking asking {*m_snapshot, m_crowd.callers()};
        if (!pipeline::checkRights(m_call, m_inbound, receipt, asking))
            return false;
        auto reserved = pipeline::reserve(m_call, deployments(), receipt, m_inbound, asking, m_clock);
        if (!reserved)
            return false;
        reserved->hold.settle(Money {50'000}, 30, m_clock.now(), m_clock.wall());
        return true;
    }

private:
    const std::vector<const Deployment *> &deployments() const { return m_snapshot->router.find("gpt")->group->deployments; }

    bench::Crowd m_crowd;
    auth::Settings m_settings;
    std::shared_ptr<const pipeline::Snapshot> m_snapshot;
    wire::Call m_call;
    pipeline::Inbound m_inbound;
    Clock m_clock;
};

void report(const char *what, Door &door, const std::vector<std::size_t> &callers)
{
    std::size_t admitted = 0;
    const double begun = cpuMicroseconds();
    for (const std::size_t caller : callers)
        admitted += door.admit(caller) ? 1 : 0;
    const double taken = cpuMicroseconds() - begun;
    std::printf("| %s | %.2f | %zu of %zu |\n", what, taken / static_cast<double>(callers.size()), admitted, callers.size());
}

} // namespace

// admission [KEYS [ROUNDS]]: what docs/performance.md shows.
int main(int argc, char **argv)
{
    const std::size_t keys = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    const std::size_t rounds = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 3;
    Door door(keys);
    std::vector<std::size_t> callers(keys);
    for (std::size_t i = 0; i < keys; ++i)
        callers[i] = i;
    std::shuffle(callers.begin(), callers.end(), std::mt19937(7)); // the next one is never in the processor's cache
    std::puts("| callers | processor time an admission, µs | admitted |\n|---|--:|--:|");
    report("seen for the first time", door, callers);
    for (std::size_t round = 0; round < rounds; ++round)
        report("known, in no order", door, callers);
    std::vector<std::size_t> few(keys);
    for (std::size_t i = 0; i < keys; ++i)
        few[i] = callers[i % std::min<std::size_t>(keys, 100)];
    report("the same hundred", door, few);
    return 0;
}
