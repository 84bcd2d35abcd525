// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Every page for who has no mouse, or cannot see it: what can be reached has a name, and the keyboard reaches it all.
#include "live_stage.h"
#include "ui/pages/pages.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->visibleRegion().isEmpty();
}

QString describe(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return u"%1 in %2, %3 x %4"_s.arg(QLatin1StringView(widget->metaObject()->className()),
        QLatin1StringView(parent ? parent->metaObject()->className() : "nothing"), QString::number(widget->x()),
        QString::number(widget->y()));
}

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name).trimmed() : QString();
}

// Not all of a group of choices: arrow keys go on from the one that is chosen.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->isCheckable() && !button->isChecked() && button->autoExclusive();
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsUsableWithoutAMouse_data()
    {
        QTest::addColumn<QString>("key");
        for (const PageInfo &info : pages())
            QTest::newRow(info.key) << QString::fromLatin1(info.key);
    }
    void everyPageIsUsableWithoutAMouse();

private:
    void named(const QList<QWidget *> &controls);
    void reached(Window &window, const QList<QWidget *> &controls);
};

void AccessTest::named(const QList<QWidget *> &controls)
{
    QStringList nameless;
    for (QWidget *each : controls) {
        if (nameOf(each).isEmpty())
            nameless.append(describe(each));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void AccessTest::reached(Window &window, const QList<QWidget *> &controls)
{
    QSet<const QWidget *> met;
    for (int step = 0; step < controls.size() * 2 + 20; ++step) {
        QWidget *at = QApplication::focusWidget();
        met.insert(at);
        QTest::keyClick(at ? at : &window, Qt::Key_Tab);
    }
    QStringList missed;
    for (const QWidget *each : controls) {
        if (takesTab(each) && !met.contains(each) && !isReachedByArrows(each))
            missed.append(describe(each));
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void AccessTest::everyPageIsUsableWithoutAMouse()
{
    QFETCH(QString, key);
    LiveStage stage;
    stage.begin();
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QVERIFY(stage.page(key));
    QTest::qWait(500); // until it shows what the gateway tells
    QList<QWidget *> controls;
    for (QWidget *each : stage.window().findChildren<QWidget *>()) {
        if (takesTab(each))
            controls.append(each);
    }
    QVERIFY(controls.size() > 5);
    named(controls);
    reached(stage.window(), controls);
}

QTEST_MAIN(AccessTest)
#include "tst_access_page.moc"
