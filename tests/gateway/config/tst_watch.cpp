// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/watch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using gatehouse::config::Watch;

namespace {

void write(const QString &path, const char *text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void renameOver(const QString &from, const QString &to)
{
    QCOMPARE(std::rename(qPrintable(from), qPrintable(to)), 0);
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("config.yaml"));
        write(m_file, "a: 1\n");
    }

    void aChangedFileIsSaidOnce()
    {
        Watch watch;
        QSignalSpy changed(&watch, &Watch::changed);
        watch.follow({m_file.toStdString()});
        write(m_file, "a: 2\n");
        QTRY_COMPARE(changed.size(), 1);
        write(m_file, "a: 3\n");
        QTRY_COMPARE(changed.size(), 2);
    }

    void anEmptiedFileIsSaidToo()
    {
        Watch watch;
        QSignalSpy changed(&watch, &Watch::changed);
        watch.follow({m_file.toStdString()});
        write(m_file, ""); // which may be the first of two steps: it is waited for the second, but not for ever
        QTRY_COMPARE(changed.size(), 1);
        write(m_file, "a: 2\n");
        QTRY_COMPARE(changed.size(), 2);
    }

    void aReplacedFileIsFollowedFurther()
    {
        Watch watch;
        QSignalSpy changed(&watch, &Watch::changed);
        watch.follow({m_file.toStdString()});
        for (int i = 1; i <= 3; ++i) {
            const QString other = m_folder->filePath(QStringLiteral("config.yaml.new"));
            write(other, qPrintable(QString::number(i)));
            renameOver(other, m_file);
            QTRY_COMPARE(changed.size(), i);
        }
        write(m_file, "in place");
        QTRY_COMPARE(changed.size(), 4);
    }

    void swappedLinksAreSeen()
    {
        // As Kubernetes mounts a ConfigMap: config.yaml -> ..data/config.yaml, ..data -> ..1, then ..data -> ..2.
        const QDir folder(m_folder->path());
        QFile::remove(m_file);
        for (const char *version : {"..1", "..2", "..3"}) {
            QVERIFY(folder.mkdir(QString::fromUtf8(version)));
            write(folder.filePath(QString::fromUtf8(version) + QStringLiteral("/config.yaml")), version);
        }
        QVERIFY(QFile::link(QStringLiteral("..1"), folder.filePath(QStringLiteral("..data"))));
        QVERIFY(QFile::link(QStringLiteral("..data/config.yaml"), m_file));
        Watch watch;
        QSignalSpy changed(&watch, &Watch::changed);
        watch.follow({m_file.toStdString()});
        int times = 0;
        for (const char *version : {"..2", "..3"}) {
            ++times;
            QVERIFY(QFile::link(QString::fromUtf8(version), folder.filePath(QStringLiteral("..tmp"))));
            renameOver(folder.filePath(QStringLiteral("..tmp")), folder.filePath(QStringLiteral("..data")));
            QTRY_COMPARE(changed.size(), times);
        }
    }

    void aMissingFileIsSeenWhenItComesAndWhenItGoes()
    {
        const QString missing = m_folder->filePath(QStringLiteral("included.yaml"));
        Watch watch;
        QSignalSpy changed(&watch, &Watch::changed);
        watch.follow({m_file.toStdString(), missing.toStdString()});
        write(missing, "b: 1\n");
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(QFile::remove(missing));
        QTRY_COMPARE(changed.size(), 2);
    }

    void otherFilesOfTheFolderAreNobodysBusiness()
    {
        const QString other = m_folder->filePath(QStringLiteral("other.yaml"));
        Watch watch, witness;
        QSignalSpy changed(&watch, &Watch::changed), seen(&witness, &Watch::changed);
        watch.follow({m_file.toStdString()});
        witness.follow({other.toStdString()});
        write(m_file, "a: 1\n"); // the same again
        // Once the witness has settled twice, the other one has settled at least once.
        for (int i = 1; i <= 2; ++i) {
            write(other, qPrintable(QString::number(i)));
            QTRY_COMPARE(seen.size(), i);
        }
        QCOMPARE(changed.size(), 0);
    }

    void filesNoLongerFollowedAreLeftAlone()
    {
        const QString other = m_folder->filePath(QStringLiteral("other.yaml"));
        Watch watch, witness;
        QSignalSpy changed(&watch, &Watch::changed), seen(&witness, &Watch::changed);
        watch.follow({m_file.toStdString(), other.toStdString()});
        watch.follow({});
        witness.follow({other.toStdString()});
        write(m_file, "a: 2\n");
        for (int i = 1; i <= 2; ++i) {
            write(other, qPrintable(QString::number(i)));
            QTRY_COMPARE(seen.size(), i);
        }
        QCOMPARE(changed.size(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
