// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/pages.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

class LiveStageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestThroughTheRealGatewayShowsUpInTheWindow()
    {
        LiveStage stage;
        stage.begin();
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QTRY_COMPARE(stage.session().traffic().rowCount(), 1);
        stage.script({QJsonObject {{u"status"_s, 500}, {u"body"_s, QJsonObject {{u"error"_s, u"broken"_s}}}}});
        QVERIFY(stage.chat(u"gpt"_s) >= 500);
        QTRY_COMPARE(stage.session().traffic().rowCount(), 2);
    }

    void everyPageIsShownByItsKey()
    {
        LiveStage stage;
        stage.begin();
        for (const PageInfo &info : pages()) {
            QVERIFY2(stage.page(QString::fromLatin1(info.key)), info.key);
            QCOMPARE(stage.window().currentPage(), QLatin1StringView(info.key));
        }
    }

    void whatHappensBesideRequestsIsHeard()
    {
        LiveStage stage;
        QStringList heard;
        QObject::connect(&stage.session().events(), &EventFeed::happened, &stage.window(),
            [&heard](const QString &name) { heard.append(name); });
        stage.begin();
        QTRY_VERIFY(stage.session().events().isConnected());
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"mine"_s}});
        QTRY_VERIFY(heard.contains(u"record_changed"_s));
    }
};

QTEST_MAIN(LiveStageTest)
#include "tst_live_stage.moc"
