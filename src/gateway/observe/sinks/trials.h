// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/table.h"
#include "gateway/upstream/client.h"

#include <functional>
#include <list>
#include <memory>
#include <string>

namespace gatehouse::observe::sinks {

class Probe;

/// Made-up calls that show whether sinks take reports. Lives on the observer's thread.
class Trials
{
public:
    Trials();
    ~Trials();

    /// Tells how it went: the name's own address, the server's status.
    using Told = std::function<void(Result<std::string>)>;
    void begin(const Choice &choice, const Row &row, const Terms &terms, upstream::Client &client, Told told);
    void sweep();
    /// Who waits is told that nothing will come: the client is to go.
    void giveUp();

private:
    std::list<std::unique_ptr<Probe>> m_probes;
};

} // namespace gatehouse::observe::sinks
