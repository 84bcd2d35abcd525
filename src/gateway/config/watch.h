// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace gatehouse::config {

/// Says when one of the configuration's files has changed and has been still for a moment (editors write in several
/// steps, Kubernetes swaps symbolic links). Main thread.
class Watch : public QObject
{
    Q_OBJECT
public:
    explicit Watch(QObject *parent = nullptr);
    void follow(const std::vector<std::string> &files);

Q_SIGNALS:
    void changed();

private:
    void onTouched();
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QStringList m_files;
};

} // namespace gatehouse::config
