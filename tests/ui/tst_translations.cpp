// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/language.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const auto root = QStringLiteral(GATEHOUSE_SOURCE_DIR);

struct Message {
    QString source;
    QString type;
    QStringList texts;
    bool plural = false;
};

QList<Message> read(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message"_s) {
            messages.append(Message {});
            messages.last().plural = xml.attributes().value(u"numerus"_s) == u"yes"_s;
        } else if (xml.name() == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"numerusform"_s) {
            messages.last().texts.append(xml.readElementText());
        } else if (xml.name() == u"translation"_s) {
            messages.last().type = xml.attributes().value(u"type"_s).toString();
            if (!messages.last().plural)
                messages.last().texts.append(xml.readElementText());
        }
    }
    return messages;
}

QStringList contexts(const QString &path)
{
    QFile file(path);
    QStringList names;
    if (!file.open(QIODevice::ReadOnly))
        return names;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"name"_s)
            names.append(xml.readElementText());
    }
    return names;
}

QStringList placeholders(const QString &text)
{
    QStringList found;
    for (const QString &mark : {u"%1"_s, u"%2"_s, u"%n"_s}) {
        if (text.contains(mark))
            found.append(mark);
    }
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << u"gatehouse_de.ts"_s;
        QTest::newRow("Simplified Chinese") << u"gatehouse_zh_CN.ts"_s;
    }

    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        const QList<Message> messages = read(root + u"/translations/"_s + file);
        QVERIFY(messages.size() > 80);
        for (const Message &message : messages) {
            QVERIFY2(message.type.isEmpty(), qPrintable(message.type + u": "_s + message.source));
            for (const QString &text : message.texts) {
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(message.source));
                if (!message.plural)
                    QCOMPARE(placeholders(text), placeholders(message.source));
            }
        }
    }

    /// Where lupdate cannot tell the namespace of X::tr(), as in the table of a file, it writes down a context that nobody asks
    /// for: those texts have to name theirs.
    void everyContextIsOneThatIsAskedFor()
    {
        QString sources;
        QDirIterator files(root + u"/src"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(file.readAll());
        }
        for (const QString &context : contexts(root + u"/translations/gatehouse_de.ts"_s)) {
            const QRegularExpression asked(u"(translate|NOOP|TR_FUNCTIONS)\\(\\s*\"?"_s + context + u"\\b"_s);
            QVERIFY2(context.contains(u"::"_s) || sources.contains(asked), qPrintable(context));
        }
    }

    void thePluralsOfEnglishAreThere()
    {
        for (const Message &message : read(root + u"/translations/gatehouse_en.ts"_s)) {
            QVERIFY2(message.plural, qPrintable(message.source));
            QVERIFY2(message.type.isEmpty() && message.texts.size() == 2, qPrintable(message.source));
            QVERIFY(!message.texts[1].contains(u"(s)"_s));
        }
    }

    void theCatalogueIsWhatTheSourcesSay()
    {
        const QTemporaryDir directory;
        const QString copy = directory.filePath(u"copy_de.ts"_s);
        QVERIFY(QFile::copy(root + u"/translations/gatehouse_de.ts"_s, copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
            {u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-I"_s, root + u"/src"_s, root + u"/src/ui"_s,
                root + u"/src/app/desktop.cpp"_s, root + u"/src/app/key_store.cpp"_s, u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Message> now = read(copy);
        for (const Message &message : now)
            QVERIFY2(message.type.isEmpty(), qPrintable(u"not in the catalogue: "_s + message.source));
        QCOMPARE(now.size(), read(root + u"/translations/gatehouse_de.ts"_s).size());
    }

    void theLanguageOfTheLocaleIsSpoken_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("word");
        QTest::newRow("German") << u"de_AT"_s << u"Läuft"_s;
        QTest::newRow("Simplified Chinese") << u"zh_CN"_s << u"运行中"_s;
        QTest::newRow("French is not there yet") << u"fr_FR"_s << u"Running"_s;
    }

    void theLanguageOfTheLocaleIsSpoken()
    {
        QFETCH(QString, locale);
        QFETCH(QString, word);
        gatehouse::ui::speak(*qApp, QLocale(locale));
        QCOMPARE(QCoreApplication::translate("StateWords", "Running"), word);
        QVERIFY(!QCoreApplication::translate("gatehouse::ui::TrafficTable", "%n new request(s)", nullptr, 2).contains(u"(s)"_s));
        for (QTranslator *translator : qApp->findChildren<QTranslator *>())
            delete translator;
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
