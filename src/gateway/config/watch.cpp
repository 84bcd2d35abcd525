// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/watch.h"

#include "gateway/config/yaml.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gatehouse::config {

namespace {

constexpr std::chrono::milliseconds stillness {200};
constexpr int longestLinkChain = 16;

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    // A pipe given as a file (<(command)) can be read once only, and has been.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.read(static_cast<qint64>(fileLimit) + 1), QCryptographicHash::Sha256);
}

void addFolders(QStringList &paths, const QString &path)
{
    // Every folder on the way may hold the link that is swapped.
    for (QString folder = QFileInfo(path).absolutePath();; folder = QFileInfo(folder).absolutePath()) {
        if (QFileInfo(folder).isSymLink()) {
            paths << QFileInfo(folder).absolutePath() << QFileInfo(folder).symLinkTarget();
        }
        if (QDir(folder).isRoot())
            break;
    }
    paths << QFileInfo(path).absolutePath();
}

/// \a file, what it links to, and the folders in which any of these may be replaced.
QStringList pathsAround(const QString &file)
{
    QStringList paths;
    QString path = file;
    for (int i = 0; i < longestLinkChain; ++i) {
        paths << path;
        addFolders(paths, path);
        const QFileInfo info(path);
        if (!info.isSymLink())
            break;
        path = info.symLinkTarget();
    }
    return paths;
}

} // namespace

Watch::Watch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(stillness);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Watch::onFileTouched);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Watch::onFolderTouched);
    connect(&m_settle, &QTimer::timeout, this, &Watch::onSettled);
}

void Watch::follow(const std::vector<std::string> &files)
{
    QMap<QString, QByteArray> contents;
    for (const std::string &file : files) {
        const QString path = QFileInfo(QString::fromStdString(file)).absoluteFilePath();
        // What is followed already keeps its hash: a change between reading the file and coming here must still be seen.
        contents.insert(path, m_contents.contains(path) ? m_contents.value(path) : hashOf(path));
    }
    m_contents = std::move(contents);
    watchPaths();
}

void Watch::watchPaths()
{
    QStringList wanted;
    for (auto file = m_contents.keyBegin(); file != m_contents.keyEnd(); ++file)
        wanted << pathsAround(*file);
    wanted.removeDuplicates();
    // Begun anew each time: a file that was replaced is still in the watcher's list, but the new one is not watched.
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    wanted.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void Watch::onFileTouched()
{
    m_settle.start();
}

void Watch::onFolderTouched()
{
    // A busy folder such as /tmp must not put the look at the files off for ever.
    if (!m_settle.isActive())
        m_settle.start();
}

void Watch::look()
{
    for (auto file = m_contents.begin(); file != m_contents.end(); ++file)
        file.value() = hashOf(file.key());
}

// Emptied, as it is between the two steps of who writes a file in place.
bool Watch::isHalfWritten() const
{
    const auto isEmptied = [this](const QString &path) {
        const QFileInfo info(path);
        return info.isFile() && info.size() == 0 && m_contents.value(path) != hashOf(path);
    };
    return std::any_of(m_contents.keyBegin(), m_contents.keyEnd(), isEmptied);
}

void Watch::onSettled()
{
    watchPaths();
    if (isHalfWritten() && !std::exchange(m_hasWaited, true))
        return m_settle.start();
    m_hasWaited = false;
    bool hasChanged = false;
    for (auto file = m_contents.begin(); file != m_contents.end(); ++file) {
        const QByteArray hash = hashOf(file.key());
        hasChanged = hasChanged || hash != file.value();
        file.value() = hash;
    }
    if (hasChanged)
        Q_EMIT changed();
}

} // namespace gatehouse::config
