// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/single_instance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toUtf8());
        QFile::setPermissions(m_runtime->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void theSecondRaisesTheFirst()
    {
        SingleInstance first(u"/data"_s);
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseWished);
        // In a thread, as it would be in another process: the first must be free to answer.
        std::atomic<int> claimed = -1;
        std::unique_ptr<QThread> second(QThread::create([&] { claimed = int(SingleInstance(u"/data"_s).claim()); }));
        second->start();
        QTRY_COMPARE(raised.size(), 1);
        QTRY_COMPARE(claimed.load(), 0);
        second->wait();
    }

    void anotherDataDirectoryIsAnotherDesktop()
    {
        SingleInstance first(u"/data"_s);
        SingleInstance other(u"/other"_s);
        QVERIFY(first.claim());
        QVERIFY(other.claim());
    }

    void aSocketLeftBehindIsNoObstacle()
    {
        SingleInstance first(u"/data"_s);
        QVERIFY(first.claim());
        const QStringList sockets = QDir(m_runtime->path()).entryList(QDir::System | QDir::Files);
        QCOMPARE(sockets.size(), 1);
        const QString path = m_runtime->filePath(sockets.first());
        // As a crash leaves it: a name in the directory and nobody behind it.
        QVERIFY(QFile::rename(path, path + u"-dead"_s));
        QFile dead(path);
        QVERIFY(dead.open(QIODevice::WriteOnly));
        dead.close();
        SingleInstance next(u"/data"_s);
        QVERIFY(next.claim());
        QSignalSpy raised(&next, &SingleInstance::raiseWished);
        std::unique_ptr<QThread> visitor(QThread::create([] { SingleInstance(u"/data"_s).claim(); }));
        visitor->start();
        QTRY_COMPARE(raised.size(), 1);
        visitor->wait();
    }

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
