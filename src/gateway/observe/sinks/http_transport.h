// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/sink.h"
#include "gateway/observe/sinks/transport.h"
#include "gateway/upstream/client.h"

#include <chrono>
#include <memory>

namespace gatehouse::observe::sinks {

/// Brings batches to an HTTP server, in the form that it wants.
class HttpTransport final : public Transport
{
public:
    /// What an address that is not open to us means (401, 403, 404): somebody may put it right, or it is gone for good, as a
    /// webhook is that was taken back.
    enum class ClosedDoors { MayOpen, StayClosed };

    HttpTransport(upstream::Client &client, std::unique_ptr<Form> form, std::chrono::milliseconds patience,
        ClosedDoors doors = ClosedDoors::MayOpen);
    std::unique_ptr<Transit> send(std::span<const std::string> reports, Told told) override;

private:
    class Request;
    Answer::Verdict judge(int status) const;

    upstream::Client &m_client;
    std::unique_ptr<Form> m_form;
    std::chrono::milliseconds m_patience; // for one answer
    ClosedDoors m_doors;
};

} // namespace gatehouse::observe::sinks
