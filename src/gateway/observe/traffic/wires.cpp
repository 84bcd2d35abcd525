// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/wires.h"

namespace gatehouse::observe::traffic {

namespace {

std::size_t sizeOf(const Wire &wire)
{
    std::size_t size = wire.target.size() + wire.body.capacity();
    for (const auto &[name, value] : wire.headers)
        size += name.size() + value.size() + sizeof(wire::Headers::Field);
    return size;
}

} // namespace

std::size_t Wires::size() const
{
    std::size_t size = sizeof(Wires) + sizeOf(clientRequest) + sizeOf(clientResponse);
    for (const AttemptWires &attempt : attempts)
        size += sizeof attempt + sizeOf(attempt.request) + sizeOf(attempt.response);
    for (const Decision &decision : decisions)
        size += sizeof decision + decision.candidates.size() * sizeof(Candidate);
    return size;
}

} // namespace gatehouse::observe::traffic
