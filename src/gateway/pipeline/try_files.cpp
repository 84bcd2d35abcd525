// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a Try does about files that the call names by their addresses, where its provider has to be handed them: they are fetched
// between choosing the deployment and telling it, and the call is told once more when they are here.
#include "gateway/pipeline/try.h"

#include "gateway/pipeline/timeouts.h"

#include <algorithm>

namespace gatehouse::pipeline {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

void Try::gatherFiles()
{
    GatheringListener &listener = *this;
    m_gathering = std::make_unique<Gathering>(m_context.files, m_snapshot->settings.fetch, m_files, listener);
    const auto times = timeoutsOf(m_trial.call, deployment(), m_snapshot->settings);
    if (auto started = m_gathering->start(std::max(times.total, times.firstByte)); !started)
        return fail(std::move(started).error());
    if (m_gathering->isDone()) // all of them were kept from an earlier turn
        onGathered();
}

// From here on it is the provider who is slow or fast.
void Try::onGathered()
{
    m_gathering.reset();
    m_files.wanted.clear();
    const auto now = m_context.clock.now();
    m_fetchTime = duration_cast<milliseconds>(now - m_startedAt);
    m_startedAt = now;
    start();
}

void Try::onMissed(Error error)
{
    fail(std::move(error));
}

// What the fetch took is gone from the time that the request has.
upstream::Timeouts Try::timesLeft() const
{
    upstream::Timeouts times = timeoutsOf(m_trial.call, deployment(), m_snapshot->settings);
    const auto shorten = [this](milliseconds &time) {
        if (time.count() > 0)
            time = std::max(time - m_fetchTime, milliseconds(1));
    };
    shorten(times.total);
    shorten(times.firstByte);
    return times;
}

} // namespace gatehouse::pipeline
