// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <deque>
#include <optional>
#include <string>

namespace gatehouse::admin {

/// A text that was the configuration's file.
struct ConfigVersion {
    std::string revision = {}, text = {};
    Clock::Wall at = {};
    std::string by = {};      ///< who made it; empty = nobody who is known here
    std::string how = {};     ///< start, edit, undo, disk
    std::string summary = {}; ///< what has changed: names of keys, never values
};

/// The last texts of the file, in memory: what conflicts are held against and what can be taken back. No thread of its own.
class ConfigHistory
{
public:
    static constexpr std::size_t most = 50;
    static constexpr std::size_t mostBytes = 64 * 1024 * 1024; ///< of texts; the newest two are kept whatever they are

    /// Adds what is in the file now, unless it is the newest already. Says whether it was new.
    bool add(ConfigVersion version);
    /// Takes the newest back: it never came to be.
    void dropNewest();
    const std::deque<ConfigVersion> &versions() const { return m_versions; } ///< oldest first
    /// The newest of that revision, or nullptr.
    const ConfigVersion *find(const std::string &revision) const;
    /// What was there before the newest, or nullptr.
    const ConfigVersion *beforeNewest() const;

private:
    std::deque<ConfigVersion> m_versions;
    std::size_t m_bytes = 0;
};

/// What has changed from one text to another, as at most three paths: "router_settings.num_retries, model_list[2]".
std::string summaryOf(const std::string &before, const std::string &after);

} // namespace gatehouse::admin
