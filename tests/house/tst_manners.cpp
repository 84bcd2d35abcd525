// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <QTest>

using namespace gatehouse::house;

/// What every file owes the house, whatever is in it.
class TestManners : public QObject
{
    Q_OBJECT

    const QDir m_root {QStringLiteral(GATEHOUSE_SOURCE_DIR)};

    /// Code and scripts of ours: all of src/ and tests/, what was fetched or is only data aside.
    QStringList sources() const
    {
        QStringList found;
        const QStringList names {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.mjs"), QStringLiteral("*.js"),
            QStringLiteral("*.py"), QStringLiteral("*.sql"), QStringLiteral("CMakeLists.txt"), QStringLiteral("run"),
            QStringLiteral("setup"), QStringLiteral("test"), QStringLiteral("tidy"), QStringLiteral("count-tests")};
        for (const QString &folder : {QStringLiteral("src"), QStringLiteral("tests"), QStringLiteral("packaging")}) {
            for (const QString &path : filesBelow(QDir(m_root.filePath(folder)), names)) {
                if (!path.contains(u"node_modules/") && !path.contains(u"__pycache__/"))
                    found << folder + u'/' + path;
            }
        }
        return found;
    }

    static void expectNone(const QStringList &found) { QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n'))); }

private Q_SLOTS:
    void everySourceSaysWhoseItIsAndUnderWhichLicence()
    {
        QStringList found;
        const QStringList files = sources();
        QVERIFY(files.size() > 20);
        for (const QString &path : files) {
            const QString top = textOf(m_root.filePath(path)).section(u'\n', 0, 2);
            if (!top.contains(u"SPDX-FileCopyrightText: ") || !top.contains(u"SPDX-License-Identifier: Apache-2.0"))
                found << path + QStringLiteral(":1: the two SPDX lines are missing");
        }
        expectNone(found);
    }

    void nothingIsLeftForLaterInAComment()
    {
        // Written apart, or this file would find itself.
        static const QRegularExpression later(
            QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX") + QStringLiteral("X)\\b"));
        QStringList found;
        for (const QString &path : sources()) {
            int number = 0;
            for (const QString &line : textOf(m_root.filePath(path)).split(u'\n')) {
                ++number;
                if (later.match(line).hasMatch())
                    found << QStringLiteral("%1:%2: do it now, or open an issue").arg(path).arg(number);
            }
        }
        expectNone(found);
    }
};

QTEST_GUILESS_MAIN(TestManners)
#include "tst_manners.moc"
