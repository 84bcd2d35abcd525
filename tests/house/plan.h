// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

/// src/LAYERS as values, and the rules it stands for: each answers with one line for every place that breaks it.
namespace gatehouse::house {

struct Plan {
    QStringList rooms; ///< top to bottom, written from src/: "gateway/wire"
    QHash<QString, QStringList> mayInclude;
    QList<std::pair<QString, QStringList>> doors; ///< part of a foreign header's name; the rooms that may include it
    QStringList nowhere;
    QStringList mistakes; ///< of the plan itself
};

inline QString fullName(const QString &name, const QStringList &rooms)
{
    return rooms.contains(name) ? name : QStringLiteral("gateway/") + name;
}

inline Plan readPlan(const QString &text)
{
    Plan plan;
    QList<std::pair<QString, QStringList>> lines;
    for (QString line : text.split(u'\n')) {
        line = line.section(u'#', 0, 0).trimmed();
        if (line.startsWith(u"nowhere "))
            plan.nowhere << line.mid(8).trimmed();
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0 || line.startsWith(u"nowhere "))
            continue;
        lines.append({line.left(colon), line.mid(colon + 1).split(u' ', Qt::SkipEmptyParts)});
        if (!line.startsWith(u"door "))
            plan.rooms << line.left(colon);
    }
    for (const auto &[name, others] : std::as_const(lines)) {
        QStringList rooms;
        for (const QString &other : others)
            rooms << fullName(other, plan.rooms);
        if (name.startsWith(u"door ")) {
            plan.doors.append({name.mid(5).trimmed(), rooms});
            continue;
        }
        plan.mayInclude.insert(name, rooms);
        for (const QString &room : std::as_const(rooms)) {
            if (plan.rooms.indexOf(room) <= plan.rooms.indexOf(name))
                plan.mistakes << QStringLiteral("src/LAYERS: %1 names %2, which does not stand below it").arg(name, room);
        }
    }
    return plan;
}

/// The room a path written from src/ stands in, or empty. A folder in a room belongs to the room.
inline QString roomOf(const QString &path, const QStringList &rooms)
{
    for (QString folder = path.section(u'/', 0, -2); !folder.isEmpty(); folder = folder.section(u'/', 0, -2)) {
        if (rooms.contains(folder))
            return folder;
    }
    return {};
}

/// Why a file in \a folder may not include \a header, or empty. \a quoted: written "so" and not <so>. What is neither below
/// src/ nor beside the file is generated, or somebody else's.
inline QString refusal(const Plan &plan, const QString &folder, const QString &header, bool quoted, const QDir &src)
{
    const QString room = roomOf(folder + u'/', plan.rooms);
    if (quoted && src.exists(header)) {
        const QString other = roomOf(header, plan.rooms);
        if (other != room && !plan.mayInclude.value(room).contains(other))
            return QStringLiteral("%1 may not include %2 (%3)").arg(room, other, header);
        return {};
    }
    if (quoted && src.exists(folder + u'/' + header))
        return QStringLiteral("\"%1\" is not written from src/").arg(header);
    for (const auto &[pattern, rooms] : plan.doors) {
        if (header.contains(pattern) && !rooms.contains(room))
            return QStringLiteral("%1 belongs behind the door of %2, not in %3").arg(header, rooms.join(u", "), room);
    }
    return {};
}

/// All that \a text, the file \a path of \a src, breaks.
inline QStringList breaches(const Plan &plan, const QString &path, const QString &text, const QDir &src)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)"));
    const QString folder = path.section(u'/', 0, -2);
    QStringList found;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        const auto say = [&, at = ++number](
                             const QString &what) { found << QStringLiteral("src/%1:%2: %3").arg(path).arg(at).arg(what); };
        for (const QString &word : plan.nowhere) {
            if (line.contains(word))
                say(QStringLiteral("%1 stands nowhere in src/").arg(word));
        }
        const auto match = include.match(line);
        if (!match.hasMatch())
            continue;
        const QString why = refusal(plan, folder, match.captured(2), match.captured(1) == u"\"", src);
        if (!why.isEmpty())
            say(why);
    }
    return found;
}

inline QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every file below \a folder whose name fits one of \a names, written from \a folder.
inline QStringList filesBelow(const QDir &folder, const QStringList &names)
{
    QStringList files;
    QDirIterator walk(folder.path(), names, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << folder.relativeFilePath(walk.next());
    files.sort();
    return files;
}

} // namespace gatehouse::house
