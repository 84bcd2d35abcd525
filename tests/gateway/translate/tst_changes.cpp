// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/changes.h"

#include <QTest>

using namespace gatehouse;

class TestChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersOfTheChangesStandInPlaceOfTheOnesBefore_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *body, const char *changes, const char *text) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(changes) << QByteArray(text);
        };
        row("one", R"({"model":"a","max_tokens":5,"user":"u"})", R"({"max_tokens":9})",
            R"({"model":"a","max_tokens":9,"user":"u"})");
        row("one that was not there", R"({"model":"a"})", R"({"temperature":0.5})", R"({"model":"a","temperature":0.5})");
        row("whole values", R"({"messages":[{"role":"user","content":"long"}],"n":1})", R"({"messages":[],"n":{"a":null}})",
            R"({"messages":[],"n":{"a":null}})");
        row("nothing", R"({"model":"a"})", "{}", R"({"model":"a"})");
        row("letters of all kinds", "{\"a\":\"ä\\u00e4\"}", "{\"b\":\"\\\"€\\\\\"}", "{\"a\":\"ä\\u00e4\",\"b\":\"\\\"€\\\\\"}");
    }

    void membersOfTheChangesStandInPlaceOfTheOnesBefore()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, changes);
        QFETCH(QByteArray, text);
        const auto before = wire::JsonObject::parse(body.toStdString());
        const auto after = translate::changed(*before, changes.toStdString());
        QVERIFY(after);
        QCOMPARE(QByteArray::fromStdString(after->text()), text);
    }

    void whatIsNoObjectChangesNothing()
    {
        const auto body = wire::JsonObject::parse(R"({"model":"a"})");
        for (const char *changes : {"", "[1]", "\"x\"", "{\"a\":"})
            QVERIFY2(!translate::changed(*body, changes), changes);
    }
};

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
