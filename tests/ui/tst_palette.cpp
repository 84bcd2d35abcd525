// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/pages.h"
#include "ui/shell/language.h"
#include "ui/shell/palette.h"
#include "ui/widgets/record_view.h"

#include <QJsonArray>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QStringList titles(const QList<PaletteEntry> &entries)
{
    QStringList all;
    for (const PaletteEntry &entry : entries)
        all.append(entry.title);
    return all;
}

PaletteEntry entry(const QString &title, const QString &also = {})
{
    return {title, u"Page"_s, u"overview"_s, {}, also};
}

/// The palette of a window, opened by its keys.
struct Opened {
    explicit Opened(LiveStage &stage)
    {
        QTest::keyClick(&stage.window(), Qt::Key_K, Qt::ControlModifier);
        palette = stage.window().findChild<Palette *>();
        field = palette ? named<QLineEdit>(palette, u"Go to"_s) : nullptr;
        list = palette ? palette->findChild<QListWidget *>() : nullptr;
    }
    QString first() const { return list->count() > 0 ? list->item(0)->text() : QString(); }
    bool offers(const QString &title) const { return !list->findItems(title, Qt::MatchExactly).isEmpty(); }

    Palette *palette = nullptr;
    QLineEdit *field = nullptr;
    QListWidget *list = nullptr;
};

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void whatBeginsSoStandsFirst()
    {
        const QList<PaletteEntry> all {entry(u"Shared budget"_s), entry(u"Overbudget"_s), entry(u"Keys"_s, u"max_budget"_s),
            entry(u"Budgets"_s), entry(u"Teams"_s)};
        QCOMPARE(
            titles(matching(all, u"budget"_s)), (QStringList {u"Budgets"_s, u"Shared budget"_s, u"Overbudget"_s, u"Keys"_s}));
    }

    void everyWordMustStandSomewhere()
    {
        const QList<PaletteEntry> all {
            entry(u"Tries after the first"_s, u"router_settings.num_retries"_s), entry(u"First steps"_s)};
        QCOMPARE(titles(matching(all, u"first"_s)), (QStringList {u"First steps"_s, u"Tries after the first"_s}));
        QCOMPARE(titles(matching(all, u"first router"_s)), QStringList {u"Tries after the first"_s});
        QCOMPARE(matching(all, {}).size(), 2);
    }

    void everyPlaceOfItsOwnHasAPageThatIsThere()
    {
        QStringList known {u"first-steps"_s};
        for (const PageInfo &info : pages())
            known.append(QString::fromLatin1(info.key));
        for (const PaletteEntry &each : ownEntries())
            QVERIFY2(known.contains(each.page) && !each.title.isEmpty(), qPrintable(each.title));
    }

    void aKeyWithoutANameIsShownByWhatIsLeftOfIt()
    {
        const QJsonArray keys {QJsonObject {{u"token"_s, u"t1"_s}, {u"key_alias"_s, u"ci"_s}},
            QJsonObject {{u"token"_s, u"t2"_s}, {u"key_alias"_s, QJsonValue()}, {u"key_name"_s, u"sk-...abcd"_s}}};
        const QList<PaletteEntry> entries = keyEntries(keys);
        QCOMPARE(titles(entries), (QStringList {u"ci"_s, u"sk-...abcd"_s}));
        QCOMPARE(entries[1].argument, u"key:t2"_s);
    }

    void enterGoesToTheFieldOfASetting()
    {
        LiveStage stage;
        stage.begin();
        const Opened opened(stage);
        QVERIFY(opened.field);
        QTest::keyClicks(opened.field, u"num_retries"_s);
        QCOMPARE(opened.first(), u"Tries after the first"_s);
        QTest::keyClick(opened.field, Qt::Key_Return);
        QCOMPARE(stage.window().currentPage(), u"settings"_s);
        const auto hasFocus = [&stage] {
            const auto *field = named<QLineEdit>(&stage.window(), u"Tries after the first"_s);
            return field && field->hasFocus();
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasFocus(), 10'000);
        QTRY_VERIFY(!stage.window().findChild<Palette *>());
    }

    void aKeyOfTheGatewayIsFound()
    {
        LiveStage stage;
        stage.begin();
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"night-batch"_s}});
        const Opened opened(stage);
        QTest::keyClicks(opened.field, u"night"_s);
        QTRY_VERIFY_WITH_TIMEOUT(opened.offers(u"night-batch"_s), 10'000);
        QTest::keyClick(opened.field, Qt::Key_Return);
        QCOMPARE(stage.window().currentPage(), u"keys"_s);
        const auto chosen = [&stage] {
            for (RecordView *each : stage.window().findChildren<RecordView *>()) {
                if (each->isVisible())
                    return each->current().value("key_alias"_L1).toString();
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), u"night-batch"_s, 10'000);
    }

    void theArrowsMoveTheChoiceAndEscLeaves()
    {
        LiveStage stage;
        stage.begin();
        const Opened opened(stage);
        QVERIFY(opened.list->count() > 5);
        QTest::keyClick(opened.field, Qt::Key_Down);
        QTest::keyClick(opened.field, Qt::Key_Down);
        QCOMPARE(opened.list->currentRow(), 2);
        QTest::keyClick(opened.field, Qt::Key_Up);
        QCOMPARE(opened.list->currentRow(), 1);
        QTest::keyClick(opened.field, Qt::Key_Escape);
        QTRY_VERIFY(!stage.window().findChild<Palette *>());
    }
};

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
