// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/text_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace gatehouse::config;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat found {
    };
    return ::stat(path.c_str(), &found) == 0 ? found.st_mode & 07777 : 0;
}

} // namespace

class TestTextFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewFileIsItsOwnersAlone()
    {
        QVERIFY(saveText(path("new.yaml"), "a: 1\n").has_value());
        QCOMPARE(*readText(path("new.yaml")), std::string("a: 1\n"));
        QCOMPARE(modeOf(path("new.yaml")), mode_t(0600));
    }

    void theModeStaysAndNothingIsLeftBeside()
    {
        const std::string file = path("mode.yaml");
        QVERIFY(saveText(file, "a: 1\n").has_value());
        QCOMPARE(::chmod(file.c_str(), 0640), 0);
        QVERIFY(saveText(file, "a: 2\n").has_value());
        QCOMPARE(modeOf(file), mode_t(0640));
        QCOMPARE(*readText(file), std::string("a: 2\n"));
        const QStringList beside = QDir(m_folder.path()).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden);
        QVERIFY2(beside.isEmpty(), qPrintable(beside.join(u' ')));
    }

    void linksAreFollowed()
    {
        QVERIFY(saveText(path("target.yaml"), "a: 1\n").has_value());
        QVERIFY(QFile::link(QStringLiteral("target.yaml"), QString::fromStdString(path("link.yaml"))));
        QVERIFY(saveText(path("link.yaml"), "a: 2\n").has_value());
        QVERIFY(QFileInfo(QString::fromStdString(path("link.yaml"))).isSymLink());
        QCOMPARE(*readText(path("target.yaml")), std::string("a: 2\n"));
    }

    void whatIsNoFileIsNotWritten()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder")));
        QVERIFY(!saveText(path("folder"), "a: 1\n"));
        QVERIFY(!stateOf(path("folder")).isWritable);
        QVERIFY(!saveText(path("nowhere/file.yaml"), "a: 1\n"));
        QVERIFY(!stateOf(path("nowhere/file.yaml")).isWritable);
    }

    void aReadOnlyFileStaysWhatItIs()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        const std::string file = path("fixed.yaml");
        QVERIFY(saveText(file, "a: 1\n").has_value());
        QCOMPARE(::chmod(file.c_str(), 0400), 0);
        QVERIFY(!stateOf(file).isWritable);
        QVERIFY(!saveText(file, "a: 2\n"));
        QCOMPARE(*readText(file), std::string("a: 1\n"));
    }

    void revisionsAreOfBytes()
    {
        QCOMPARE(revisionOf(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QVERIFY(revisionOf("a: 1\n") != revisionOf("a: 1\r\n"));
    }

private:
    std::string path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)).toStdString(); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_text_file.moc"
