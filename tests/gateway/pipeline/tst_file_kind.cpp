// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/file_kind.h"

#include <QTest>

using namespace gatehouse::pipeline;

/// What a fetched file is.
class TestFileKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBytesSayWhatItIs_data();
    void theBytesSayWhatItIs();
};

void TestFileKind::theBytesSayWhatItIs_data()
{
    const QByteArray png("\x89PNG\r\n\x1a\n and a picture");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("kind");
    QTest::newRow("as the server says") << QByteArray("<svg/>") << QByteArray("image/svg+xml; charset=utf-8") << "image/svg+xml";
    QTest::newRow("a wrong name") << png << QByteArray("image/jpeg") << "image/png";
    QTest::newRow("no name") << png << QByteArray("application/octet-stream") << "image/png";
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0") << QByteArray("image/jpg") << "image/jpeg";
    QTest::newRow("JPEG by its other name") << QByteArray("?") << QByteArray("image/jpg") << "image/jpeg";
    QTest::newRow("GIF") << QByteArray("GIF89a") << QByteArray() << "image/gif";
    QTest::newRow("WebP") << QByteArray("RIFF\1\2\3\4WEBPVP8") << QByteArray() << "image/webp";
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x1c"
                                        "ftypavif",
        12) << QByteArray()
                          << "image/avif";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << QByteArray("text/plain") << "application/pdf";
    QTest::newRow("a page") << QByteArray("<html>") << QByteArray("text/html") << "";
    QTest::newRow("sound in RIFF") << QByteArray("RIFF\1\2\3\4WAVEfmt") << QByteArray("audio/wav") << "";
    QTest::newRow("a type with more in it") << QByteArray("?") << QByteArray("image/png\",\"x") << "";
    QTest::newRow("an endless type") << QByteArray("?") << QByteArray("image/" + QByteArray(100, 'x')) << "";
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << "";
}

void TestFileKind::theBytesSayWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    QFETCH(QString, kind);
    QCOMPARE(QString::fromStdString(fileKind(bytes.toStdString(), said.toStdString())), kind);
}

QTEST_GUILESS_MAIN(TestFileKind)
#include "tst_file_kind.moc"
