// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/file_fetch.h"

#include <chrono>
#include <list>

namespace gatehouse::pipeline {

/// Hears how a gathering ends: one of the two, once, from the event loop. Inside it the Gathering may be destroyed.
class GatheringListener
{
public:
    virtual void onGathered() = 0;
    /// Always Fault::Unfetched: what failed first.
    virtual void onMissed(Error error) = 0;

protected:
    ~GatheringListener() = default;
};

/// The files that one try's provider has to be handed, several fetched side by side. Destroying it cancels what is on its way.
class Gathering final : private FileFetchListener
{
public:
    /// All of it must outlive the gathering; \a files.wanted is what is to be found.
    Gathering(FileDesk &desk, const FetchRules &rules, translate::Files &files, GatheringListener &listener);
    ~Gathering();
    Gathering(const Gathering &) = delete;
    Gathering &operator=(const Gathering &) = delete;

    /// \a limit is for all of them. The listener hears nothing where this fails, or isDone() at once.
    Result<> start(std::chrono::milliseconds limit);
    bool isDone() const { return m_next == m_files.wanted.size() && m_running.empty(); }

private:
    Result<> onMore(std::size_t bytes) override;
    void onFetched(FileFetch &from, translate::File file) override;
    void onMissed(Error error) override;

    Result<> goOn();
    Result<> begin(const std::string &url);
    static Error inWords(Error error);

    FileDesk &m_desk;
    const FetchRules &m_rules;
    translate::Files &m_files;
    GatheringListener &m_listener;
    const std::uint64_t m_generation;
    Clock::Instant m_until {};
    std::size_t m_next = 0; // of files.wanted
    std::size_t m_bytes = 0;
    std::list<FileFetch> m_running;
};

} // namespace gatehouse::pipeline
