// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// A file that is open to be read, and closed with it.
class Reading
{
public:
    explicit Reading(const std::string &path);
    ~Reading();
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    /// Nothing where there are not as many.
    std::optional<std::string> at(std::uint64_t offset, std::size_t bytes) const;
    std::uint64_t size() const;

private:
    int m_file;
};

/// Appends all of \a parts to \a file. False with errno where it could not be written.
bool writeAll(int file, std::span<const std::string_view> parts);

} // namespace gatehouse::observe::traffic
