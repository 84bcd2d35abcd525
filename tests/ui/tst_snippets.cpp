// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/snippets.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

class SnippetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySnippetHoldsAddressAndModel()
    {
        QCOMPARE(snippets().size(), std::size_t(3));
        for (const Snippet &snippet : snippets()) {
            const QString text = snippet.text({u"http://127.0.0.1:4000"_s, u"gpt-4o"_s, false});
            QVERIFY(text.contains(u"http://127.0.0.1:4000"_s));
            QVERIFY(text.contains(u"\"gpt-4o\""_s));
            QVERIFY(!text.contains(u"YOUR_KEY"_s));
            QVERIFY(snippet.text({u"http://a"_s, {}, true}).contains(u"YOUR_KEY"_s));
        }
    }

    void aModelWithQuotesDoesNotLeaveItsPlace()
    {
        const QString shell = QStandardPaths::findExecutable(u"sh"_s);
        if (shell.isEmpty())
            QSKIP("no shell here");
        const QString command = snippets()[0].text({u"http://127.0.0.1:4000"_s, u"it's \"$(touch x)\" \\"_s, true});
        QProcess run;
        run.start(shell, {u"-c"_s, u"curl() { printf '%s\\n' \"$@\"; }; "_s + command});
        QVERIFY(run.waitForFinished());
        const QString words = QString::fromUtf8(run.readAllStandardOutput());
        QCOMPARE(run.exitCode(), 0);
        QVERIFY2(words.contains(u"{\"model\": \"it's \\\"$(touch x)\\\" \\\\\","_s), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(SnippetsTest)
#include "tst_snippets.moc"
