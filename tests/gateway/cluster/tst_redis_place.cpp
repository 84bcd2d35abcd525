// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cluster/redis_place.h"

#include <QTest>

using namespace gatehouse::cluster;

class TestRedisPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsTakenApart()
    {
        const auto place = redisPlaceFrom("rediss://me:p%40ss@redis.example:6380/3");
        QVERIFY(place.has_value());
        QCOMPARE(place->host, std::string("redis.example"));
        QCOMPARE(place->port, 6380);
        QCOMPARE(place->user, std::string("me"));
        QCOMPARE(place->password.reveal(), std::string("p@ss"));
        QCOMPARE(place->database, 3);
        QVERIFY(place->isSecure);
    }

    void whatItLeavesOutIsAsUsual()
    {
        const auto place = redisPlaceFrom("redis://redis");
        QVERIFY(place.has_value());
        QCOMPARE(place->port, 6379);
        QVERIFY(place->user.empty() && place->password.isEmpty() && place->database == 0 && !place->isSecure);
    }

    void anythingElseIsNone_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"", "redis", "redis:6379", "http://redis", "redis://", "redis://host/name", "redis://host/-1"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void anythingElseIsNone()
    {
        QFETCH(const QString, url);
        QVERIFY(!redisPlaceFrom(url.toStdString()));
    }
};

QTEST_APPLESS_MAIN(TestRedisPlace)
#include "tst_redis_place.moc"
