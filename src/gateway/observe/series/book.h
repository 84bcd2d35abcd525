// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/series/track.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// What happens, step by step, for who draws curves of it.
namespace gatehouse::observe::series {

enum class Dimension { All, Model, Deployment, Key, Team };
inline constexpr std::size_t dimensionCount = 5;
std::string_view toString(Dimension dimension);
std::optional<Dimension> dimensionFrom(std::string_view text);

/// What is asked of the book. Times in seconds since 1970.
struct Question {
    Dimension dimension = Dimension::All;
    std::string name = {};         ///< of one series; empty = all of the dimension
    std::int64_t step = 1;         ///< 1 or 60
    std::int64_t from = 0, to = 0; ///< a multiple of the step each; \a to is not part of it
    std::int64_t join = 1;         ///< so many steps are told as one, counted from \a from; the last may be shorter
};

/// The series of all calls, and by model, deployment, key and team, from memory. Bounded: what has no place in its dimension
/// counts as "other" until a series there has been idle for ten minutes. Lives on the observer's thread.
class Book
{
public:
    static constexpr std::size_t mostSeries = 100; ///< of a dimension

    void onReceipt(const Receipt &receipt);
    /// A JSON list of series in columns, each as long as there are steps, or steps put together, from \a from to \a to. Without a
    /// step in the middle: what did not happen is 0, and a percentile of nothing is null.
    std::string json(const Question &question) const;
    /// How many steps of that length are kept.
    static std::int64_t kept(std::int64_t step);

private:
    struct Entry {
        std::string label; ///< for people
        Track track = {};
    };
    using Entries = std::map<std::string, Entry, std::less<>>;

    Entry &entry(Dimension dimension, std::string_view name, std::string_view label, std::int64_t now);
    void addAttempts(const Receipt &receipt);

    std::array<Entries, dimensionCount> m_entries;
};

} // namespace gatehouse::observe::series
