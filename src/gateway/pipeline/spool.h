// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// Bytes that are written once and read as often as a request is tried. A few stay in memory; more go to a file without a name,
/// which is gone with this, whatever happens to the program. Owned by one exchange, on its thread; writing goes to the system's
/// page cache and does not wait for the disk.
class Spool
{
public:
    static constexpr std::size_t keptInMemory = 64 * 1024;

    /// \a directory is where the file goes.
    explicit Spool(std::string directory);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    /// Fails with Fault::Internal when there is no room, or no directory.
    Result<> append(std::string_view bytes);
    /// Copies what stands from \a offset on into \a room; returns how much that was.
    Result<std::size_t> read(std::uint64_t offset, std::span<char> room) const;
    std::uint64_t size() const { return m_size; }

private:
    Result<> open();
    Result<> write(std::string_view bytes);

    std::string m_directory;
    std::string m_memory; // all there is, until there is a file
    std::uint64_t m_size = 0;
    int m_file = -1;
};

} // namespace gatehouse::pipeline
