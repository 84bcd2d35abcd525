// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Role = SettingsMember::Role;
using State = ClientStatus::State;

constexpr qint64 largestFile = 4 << 20;
constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

QString say(const char *text)
{
    return QCoreApplication::translate("Connect", text);
}

struct Disk {
    std::optional<QByteArray> bytes = {};
    QString problem = {};
};

Disk readDisk(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, say(QT_TRANSLATE_NOOP("Connect", "%1 cannot be read: %2")).arg(shownPath(path), file.errorString())};
    if (file.size() > largestFile)
        return {{}, say(QT_TRANSLATE_NOOP("Connect", "%1 is too large for settings.")).arg(shownPath(path))};
    return {file.readAll(), {}};
}

/// The text of the file, if this can write it back without losing a byte.
std::optional<QString> textOf(const ClientFile &file, const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes || !file.format->understands(text))
        return std::nullopt;
    return text;
}

QString strangeText(const ClientFile &file)
{
    return say(QT_TRANSLATE_NOOP("Connect",
                   "%1 is written in a way that cannot be changed here without losing something. Copy the text below into it."))
        .arg(shownPath(file.path));
}

std::optional<QString> valueIn(const ClientFile &file, const QString &text, const QStringList &path)
{
    const auto literal = file.format->find(text, path);
    return literal ? std::optional(file.format->value(*literal)) : std::nullopt;
}

bool isMet(const ClientFile &file, const QString &text, const SettingsMember &member)
{
    const auto value = valueIn(file, text, member.path);
    switch (member.role) {
    case Role::Address:
    case Role::Fixed: return value == member.value;
    case Role::Key: return value && !value->isEmpty();
    case Role::Taste:
    case Role::Part: break;
    }
    return true;
}

State stateOf(const ClientFile &file, const QString &text, bool wasConnected)
{
    const bool isWhole = std::all_of(
        file.members.begin(), file.members.end(), [&](const SettingsMember &each) { return isMet(file, text, each); });
    if (isWhole)
        return State::Connected;
    const bool isOurs =
        !file.whole.isEmpty() && std::any_of(file.members.begin(), file.members.end(), [&](const SettingsMember &each) {
            return each.path.mid(0, file.whole.size()) == file.whole && file.format->find(text, each.path);
        });
    return wasConnected || isOurs ? State::Drifted : State::NotConnected;
}

std::optional<QString> connected(const ClientFile &file, QString text)
{
    for (const SettingsMember &each : file.members) {
        const bool stays = each.role == Role::Part || (each.role == Role::Key && each.value.isEmpty());
        if (stays && file.format->find(text, each.path))
            continue;
        const auto next = file.format->put(text, each.path, each.role == Role::Part ? u"{}"_s : file.format->literal(each.value));
        if (!next)
            return std::nullopt;
        text = *next;
    }
    return text;
}

/// Takes out objects that hold nothing any more and were not there before.
QString withoutEmpty(const ClientFile &file, QString text, const QString &before)
{
    for (const SettingsMember &each : file.members) {
        for (QStringList above = each.path.mid(0, each.path.size() - 1); !above.isEmpty(); above.removeLast()) {
            const auto now = file.format->find(text, above);
            if (now && now->startsWith(u'{') && QStringView(*now).sliced(1).trimmed() == u"}"
                && !file.format->find(before, above))
                text = file.format->drop(text, above);
        }
    }
    return text;
}

std::optional<QString> disconnected(const ClientFile &file, QString text, const QString &before)
{
    if (!file.whole.isEmpty() && file.format->drop(before, file.whole) == before)
        text = file.format->drop(text, file.whole);
    for (const SettingsMember &each : file.members) {
        const auto was = file.format->find(before, each.path);
        const auto next = was ? file.format->put(text, each.path, *was) : file.format->drop(text, each.path);
        if (!next)
            return std::nullopt;
        text = *next;
    }
    return withoutEmpty(file, text, before);
}

QString writeFile(const QString &path, const QByteArray &bytes)
{
    const bool isNew = !QFile::exists(path);
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return say(QT_TRANSLATE_NOOP("Connect", "%1 cannot be written: %2")).arg(shownPath(path), file.errorString());
    if (isNew)
        file.setPermissions(onlyOwner); // it holds a key
    file.write(bytes);
    return file.commit() ? QString()
                         : say(QT_TRANSLATE_NOOP("Connect", "%1 cannot be written: %2")).arg(shownPath(path), file.errorString());
}

} // namespace

QString backupOf(const QString &path)
{
    return path + u".before-gatehouse"_s;
}

QString shownPath(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return QDir::toNativeSeparators(path.startsWith(home) && home.size() > 2 ? u"~/"_s + path.mid(home.size()) : path);
}

QByteArray fingerprintOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

ClientStatus statusOf(const ClientFile &file)
{
    const Disk disk = readDisk(file.path);
    const Disk backup = readDisk(backupOf(file.path));
    ClientStatus status {.problem = disk.problem, .isBackedUp = backup.bytes.has_value()};
    const auto text = textOf(file, disk.bytes.value_or(QByteArray()));
    if (!disk.problem.isEmpty() || !text) {
        status.state = State::Unreadable;
        status.problem = disk.problem.isEmpty() ? strangeText(file) : disk.problem;
        return status;
    }
    const bool wasConnected = backup.bytes && *backup.bytes != disk.bytes.value_or(QByteArray());
    status.state = stateOf(file, *text, wasConnected);
    for (const SettingsMember &each : file.members) {
        const QString value = valueIn(file, *text, each.path).value_or(QString());
        if (each.role == Role::Address)
            status.address = value;
        else if (each.role == Role::Key)
            status.key = value.toUtf8();
    }
    return status;
}

FileChange connectingChange(const ClientFile &file)
{
    const Disk disk = readDisk(file.path);
    FileChange change {.path = file.path, .before = disk.bytes, .problem = disk.problem};
    const auto text = textOf(file, disk.bytes.value_or(QByteArray()));
    const auto after = text ? connected(file, *text) : std::nullopt;
    if (change.problem.isEmpty() && !after)
        change.problem = strangeText(file);
    if (change.problem.isEmpty())
        change.after = after->toUtf8();
    change.secret = statusOf(file).key;
    return change;
}

FileChange disconnectingChange(const ClientFile &file, const QByteArray &written)
{
    const Disk disk = readDisk(file.path);
    const Disk backup = readDisk(backupOf(file.path));
    FileChange change {.path = file.path, .before = disk.bytes, .isConnecting = false, .problem = disk.problem};
    change.secret = statusOf(file).key;
    if (!disk.bytes)
        return change; // somebody took it away: only what was kept is left to be forgotten
    const bool hadFile = backup.bytes && !backup.bytes->isEmpty();
    if (backup.bytes && fingerprintOf(*disk.bytes) == written) {
        change.after = hadFile ? backup.bytes : std::nullopt;
        return change;
    }
    const auto text = textOf(file, *disk.bytes);
    const auto before = textOf(file, backup.bytes.value_or(QByteArray()));
    const auto after = text ? disconnected(file, *text, before.value_or(QString())) : std::nullopt;
    if (change.problem.isEmpty() && !after)
        change.problem = strangeText(file);
    if (change.problem.isEmpty())
        change.after = after->toUtf8();
    return change;
}

QString applyFileChange(const FileChange &change)
{
    if (!change.problem.isEmpty())
        return change.problem;
    if (readDisk(change.path).bytes != change.before)
        return say(QT_TRANSLATE_NOOP("Connect", "The file was changed meanwhile. Nothing was written; look again."));
    const QString backup = backupOf(change.path);
    if (change.isConnecting && !QFile::exists(backup)) {
        if (const QString problem = writeFile(backup, change.before.value_or(QByteArray())); !problem.isEmpty())
            return problem;
    }
    if (change.after) {
        if (const QString problem = writeFile(change.path, *change.after); !problem.isEmpty())
            return problem;
    } else if (change.before && !QFile::remove(change.path)) {
        return say(QT_TRANSLATE_NOOP("Connect", "%1 cannot be removed.")).arg(shownPath(change.path));
    }
    if (!change.isConnecting)
        QFile::remove(backup);
    return {};
}

} // namespace gatehouse::ui
