// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/connect/settings_format.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace gatehouse::ui {

/// One value that connects a client, and what it is for.
struct SettingsMember {
    enum class Role {
        Address, ///< where it sends its requests
        Key,     ///< any will do, as long as there is one
        Fixed,   ///< connected only with exactly this
        Taste,   ///< written, but another one connects as well
        Part,    ///< an empty object, where there is none yet
    };
    Role role = Role::Fixed;
    QStringList path;
    QString value = {};
};

/// The settings file of a client and what has to stand there. A value.
struct ClientFile {
    QString path;
    const SettingsFormat *format = nullptr;
    QList<SettingsMember> members = {};
    QStringList whole = {}; ///< below which all is ours; empty: nothing is
};

struct ClientStatus {
    enum class State { NotConnected, Connected, Drifted, Unreadable };
    State state = State::NotConnected;
    QString address = {};    ///< that the file names; empty: none
    QByteArray key = {};     ///< that the file has
    QString problem = {};    ///< while Unreadable: for people
    bool isBackedUp = false; ///< there is something to put back
};

/// What is about to be done to the file; to be shown first.
struct FileChange {
    QString path;
    std::optional<QByteArray> before = {}; ///< nothing: there is no file
    std::optional<QByteArray> after = {};
    QByteArray secret = {};   ///< a key that the file has now, not to be shown
    bool isConnecting = true; ///< what is there now has to be kept beside it
    QString problem = {};     ///< it cannot be done; for people
};

/// All of these read or write the disk: on a thread of their own where a home may be slow.
ClientStatus statusOf(const ClientFile &file);
/// With an empty key among the members, the key in the file stays.
FileChange connectingChange(const ClientFile &file);
/// @param written what the file was made by connecting; where it still is that, it becomes exactly what it was before. Else only
/// what connects it is taken out or put back.
FileChange disconnectingChange(const ClientFile &file, const QByteArray &written);
/// Does it, unless the file is another one by now. Returns what went wrong, for people; empty: it is done.
QString applyFileChange(const FileChange &change);
/// Where the file as it was before is kept. An empty one: there was none.
QString backupOf(const QString &path);
/// As people write it: "~/.claude/settings.json".
QString shownPath(const QString &path);
/// What says whether a file is still what it was made.
QByteArray fingerprintOf(const QByteArray &bytes);

} // namespace gatehouse::ui
