// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::observe {

/// An entry of systemd's journal in its native protocol: fields with names of upper case letters. Values may be anything.
class JournalEntry
{
public:
    /// An empty \a value is left out.
    JournalEntry &add(std::string_view name, std::string_view value);
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

/// The MESSAGE of an entry.
std::string messageOf(std::string_view entry);

/// A way to the journal's socket. Used by one thread.
class JournalSocket
{
public:
    static constexpr const char *usual = "/run/systemd/journal/socket";

    JournalSocket() = default;
    ~JournalSocket();
    JournalSocket(const JournalSocket &) = delete;
    JournalSocket &operator=(const JournalSocket &) = delete;
    /// False where nobody listens at \a path, or the entry is too long for a datagram.
    bool send(const std::string &entry, const std::string &path);

private:
    int m_socket = -1;
};

/// Whether \a stream ("device:inode", from JOURNAL_STREAM) is what \a descriptor writes to: the journal reads it then.
bool isJournalStream(std::string_view stream, int descriptor);

} // namespace gatehouse::observe
