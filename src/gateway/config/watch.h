// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace gatehouse::config {

/// Says when the contents of one of the configuration's files have changed and have been still for a moment (editors write in
/// several steps, Kubernetes swaps symbolic links). One thread with an event loop.
class Watch : public QObject
{
    Q_OBJECT
public:
    explicit Watch(QObject *parent = nullptr);
    /// Watches these files and no others. A file may be missing: that it appears is a change. May be called from a slot of
    /// changed().
    void follow(const std::vector<std::string> &files);
    /// Takes what is in the files now for seen: for who reads them anyway. What changes from here on is a change.
    void look();

Q_SIGNALS:
    void changed();

private:
    void onFileTouched();
    void onFolderTouched();
    void onSettled();
    bool isHalfWritten() const;
    void watchPaths();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    bool m_hasWaited = false;             // for the rest of a file that is being written
    QMap<QString, QByteArray> m_contents; // file → hash of what was in it when last looked at
};

} // namespace gatehouse::config
