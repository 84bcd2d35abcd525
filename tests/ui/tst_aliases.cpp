// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/aliases.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

Q_DECLARE_METATYPE(AliasForm)

namespace {

/// What JSON with ' for quotes says.
QJsonValue written(const QByteArray &text)
{
    const QByteArray list = '[' + QByteArray(text).replace('\'', '"') + ']';
    return QJsonDocument::fromJson(list).array().first();
}

QString json(const QJsonArray &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)).replace(u'"', u'\'');
}

} // namespace

class AliasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void otherNamesAreWrittenInTheShortestWay()
    {
        const QJsonArray rows =
            aliasRows(written("{'a':'gpt','b':{'model':'gpt','hidden':true},'c':[{'model':'x','weight':3},'y']}").toObject());
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1]["is_hidden"_L1].toBool(), true);
        QCOMPARE(rows[2]["target"_L1].toString(), u"x, weight 3; y, weight 1"_s);
        QCOMPARE(json(aliasEdits({}, QJsonValue::Undefined, {u"a"_s, {{u"gpt"_s}}})),
            u"[{'op':'set','path':['router_settings','model_group_alias','a'],'value':'gpt'}]"_s);
        QCOMPARE(json(aliasEdits(u"a"_s, u"gpt"_s, {u"b"_s, {{u"gpt"_s, {}, 0}}, true})),
            u"[{'key':'b','op':'rename','path':['router_settings','model_group_alias','a']},"
            "{'op':'set','path':['router_settings','model_group_alias','b'],'value':{'hidden':true,'model':'gpt'}}]"_s);
    }

    void whatAFormOfAnotherNameDoesNotShowStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<AliasForm>("wanted");
        QTest::addColumn<QString>("edits");
        const QString place = u"'path':['router_settings','model_group_alias','a'"_s;
        const AliasForm same {u"a"_s, {{u"x"_s, {}, 0}}};
        AliasForm hidden = same, other = same, two = same;
        hidden.isHidden = true;
        other.targets[0].model = u"y"_s;
        two.targets.append({u"y"_s, u"3"_s, -1});
        const AliasForm weighed {u"a"_s, {{u"x"_s, u"2"_s, 0}, {u"y"_s, {}, 1}}};
        AliasForm heavier = weighed, lessOne = weighed, plain = weighed;
        heavier.targets[0].weight = u"2.5"_s;
        lessOne.targets.removeFirst();
        plain.targets[0].weight.clear();
        QTest::newRow("a name as it is") << QByteArray("'x'") << same << u"[]"_s;
        QTest::newRow("hidden as it is") << QByteArray("{'model':'x','hidden':true,'note':1}") << hidden << u"[]"_s;
        QTest::newRow("a list as it is") << QByteArray("[{'model':'x','weight':2},'y']") << weighed << u"[]"_s;
        QTest::newRow("a list of one as it is") << QByteArray("['x']") << same << u"[]"_s;
        QTest::newRow("not hidden, said so") << QByteArray("{'model':'x','hidden':false}") << same << u"[]"_s;
        QTest::newRow("another model of what is hidden")
            << QByteArray("{'model':'x','hidden':true,'note':1}") << AliasForm {u"a"_s, {{u"y"_s, {}, 0}}, true}
            << u"[{'op':'set',%1,'model'],'value':'y'}]"_s.arg(place);
        QTest::newRow("shown again, with a note")
            << QByteArray("{'model':'x','hidden':true,'note':1}") << same << u"[{'op':'remove',%1,'hidden']}]"_s.arg(place);
        QTest::newRow("shown again") << QByteArray("{'model':'x','hidden':true}") << same
                                     << u"[{'op':'set',%1],'value':'x'}]"_s.arg(place);
        QTest::newRow("another weight") << QByteArray("[{'model':'x','weight':2,'note':1},'y']") << heavier
                                        << u"[{'op':'set',%1,0,'weight'],'value':2.5}]"_s.arg(place);
        QTest::newRow("no weight") << QByteArray("[{'model':'x','weight':2},'y']") << plain
                                   << u"[{'op':'remove',%1,0,'weight']}]"_s.arg(place);
        QTest::newRow("one less") << QByteArray("[{'model':'x','weight':2},'y']") << lessOne
                                  << u"[{'op':'remove',%1,0]}]"_s.arg(place);
        QTest::newRow("one more in a list") << QByteArray("['x']") << two
                                            << u"[{'op':'insert',%1],'value':{'model':'y','weight':3}}]"_s.arg(place);
        QTest::newRow("one more than a name")
            << QByteArray("'x'") << two << u"[{'op':'set',%1],'value':['x',{'model':'y','weight':3}]}]"_s.arg(place);
        QTest::newRow("one more than a hidden one")
            << QByteArray("{'model':'x','hidden':true,'weight':2}") << two
            << u"[{'op':'set',%1],'value':[{'model':'x'},{'model':'y','weight':3}]}]"_s.arg(place);
    }

    void whatAFormOfAnotherNameDoesNotShowStays()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const AliasForm, wanted);
        QTEST(json(aliasEdits(u"a"_s, written(text), wanted)), "edits");
    }

    void everyFormOfAnotherNameIsRead()
    {
        const auto form = [](const char *text) { return aliasForm(u"a"_s, written(text)); };
        QCOMPARE(form("'x'")->targets, QList {(AliasTarget {u"x"_s, {}, 0})});
        QVERIFY(form("{'model':'x','hidden':true}")->isHidden);
        QCOMPARE(form("[{'model':'x','weight':'2'},'y']")->targets,
            (QList {AliasTarget {u"x"_s, u"2"_s, 0}, AliasTarget {u"y"_s, {}, 1}}));
        QVERIFY(form("null")->targets.isEmpty());
        QVERIFY(!form("7"));
        QVERIFY(!form("{'hidden':true}"));
        QVERIFY(!form("[{'model':'x','weight':{}}]"));
    }
};

QTEST_MAIN(AliasesTest)
#include "tst_aliases.moc"
