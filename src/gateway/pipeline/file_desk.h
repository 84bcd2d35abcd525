// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/translate/files.h"
#include "gateway/upstream/client.h"

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// What one worker fetches of files that callers name by their addresses: the last few are kept for ten minutes, because a
/// conversation sends its pictures again with each turn, and those on their way have a limit together. Lives on the worker's
/// thread.
class FileDesk
{
public:
    using File = std::shared_ptr<const translate::File>;

    FileDesk(upstream::Client &client, const Clock &clock);

    File find(std::string_view url);
    /// \a generation is that of when the file was asked for: what was fetched by earlier rules is not kept.
    void keep(std::string url, File file, std::uint64_t generation);
    /// The rules have changed.
    void forget();
    std::uint64_t generation() const { return m_generation; }

    /// Room for \a bytes of a file on its way; false when there is none left.
    bool take(std::size_t bytes);
    void giveBack(std::size_t bytes) { m_underWay -= bytes; }

    upstream::Client &client() { return m_client; }
    const Clock &clock() const { return m_clock; }

private:
    struct Kept {
        std::string url;
        File file;
        Clock::Instant until;
    };
    void drop(std::list<Kept>::iterator which);

    upstream::Client &m_client;
    const Clock &m_clock;
    std::list<Kept> m_kept; // the last used first
    std::size_t m_keptBytes = 0;
    std::size_t m_underWay = 0;
    std::uint64_t m_generation = 0;
};

} // namespace gatehouse::pipeline
