// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/directory.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::people {

/// Changes in preparation, on top of a directory: what was put is found again. Nothing has happened until the store has taken
/// changes(); a draft that is thrown away leaves no trace.
class Draft
{
public:
    explicit Draft(const Directory &directory)
        : m_directory(directory)
    {
    }

    std::optional<QJsonObject> find(Kind kind, std::string_view id) const;
    bool has(Kind kind, std::string_view id) const { return find(kind, id).has_value(); }
    /// In the order of their ids.
    std::vector<std::string> ids(Kind kind) const;
    /// As Directory::idsWhere().
    std::vector<std::string> idsWhere(Kind kind, const char *field, std::string_view value) const;

    /// \a action is for the audit log; empty = created or updated.
    void put(Kind kind, const std::string &id, QJsonObject fields, std::string action = {});
    void remove(Kind kind, const std::string &id);
    void change(AccountChange change) { m_accounts.push_back(std::move(change)); }

    ChangeSet changes(Author author) const;

private:
    using Place = std::pair<Kind, std::string>;
    const Change *staged(Kind kind, std::string_view id) const;
    void stage(Change change);

    const Directory &m_directory;
    std::vector<Change> m_changes; // in order; a later one of the same id replaces the earlier
    std::map<Place, std::size_t> m_places;
    std::vector<AccountChange> m_accounts;
};

} // namespace gatehouse::people
