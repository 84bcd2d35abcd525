// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/context.h"

#include "gateway/pipeline/exchange.h"

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
    : snapshot(std::move(first))
    , shared(sharedByAll)
    , random(std::random_device {}())
    , upstream(upstreamSettings(snapshot->settings))
    , grants(upstream, clock)
{
}

Context::~Context()
{
    for (Exchange *exchange : std::exchange(running, {}))
        delete exchange;
}

void Context::endAll()
{
    const std::vector<Exchange *> all = running;
    for (Exchange *exchange : all)
        exchange->shutDown();
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
