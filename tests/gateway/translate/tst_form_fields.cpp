// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/form_fields.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;

namespace {

/// With ' for ".
std::string quoted(std::string text)
{
    for (char &c : text)
        c = c == '\'' ? '"' : c;
    return text;
}

std::string jsonOf(std::vector<FormField> fields)
{
    for (FormField &field : fields)
        field.value = quoted(field.value);
    const auto json = fieldsToJson(fields);
    return json ? *json : "(refused: " + json.error().message + ")";
}

std::string part(const std::string &name, const std::string &value)
{
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + quoted(value) + "\r\n";
}

} // namespace

class TestFormFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldsBecomeStrings()
    {
        QCOMPARE(jsonOf({{"model", "whisper-1"}, {"temperature", "0"}, {"prompt", "a 'b'\r\n"}}),
            quoted("{'model':'whisper-1','temperature':'0','prompt':'a \\'b\\'\\r\\n'}"));
        QCOMPARE(jsonOf({}), std::string("{}"));
    }

    void fieldsOfOneNameBecomeAnArray()
    {
        QCOMPARE(jsonOf({{"a[]", "1"}, {"b", "x"}, {"a[]", "2"}, {"c[]", "3"}, {"d", "4"}, {"d", "5"}}),
            quoted("{'a[]':['1','2'],'b':'x','c[]':['3'],'d':['4','5']}"));
    }

    void whatTheGatewayReadsKeepsItsKind()
    {
        QCOMPARE(jsonOf({{"stream", " true "}, {"num_retries", "2"}, {"metadata", "{'tags':['a']}"}, {"tags", "['b']"},
                     {"timeout", "soon"}, {"fallbacks", ""}}),
            quoted("{'stream':true,'num_retries':2,'metadata':{'tags':['a']},'tags':['b'],'timeout':'soon','fallbacks':''}"));
    }

    void noFieldBecomesTwo()
    {
        QCOMPARE(jsonOf({{"stream", "true,'model':'gpt-5'"}}), quoted("{'stream':'true,\\'model\\':\\'gpt-5\\''}"));
        QCOMPARE(jsonOf({{"stream", "true}{"}}), quoted("{'stream':'true}{'}"));
    }

    void whatIsNoTextIsRefused()
    {
        QVERIFY(!fieldsToJson({{"prompt", "\xff"}}));
        QVERIFY(!fieldsToJson({{"\xff", "a"}}));
    }

    void membersBecomeParts()
    {
        const std::string object =
            quoted("{'model':'whisper-1','temperature':0.20,'prompt':'a\\n','stream':true,'nothing':null}");
        QCOMPARE(jsonToFields(object, "B"),
            part("model", "whisper-1") + part("temperature", "0.20") + part("prompt", "a\n") + part("stream", "true"));
    }

    void arraysAndObjectsBecomeParts()
    {
        const std::string object = quoted("{'a':['x',1],'b[]':['y'],'c':{'d':[1, 2]},'e':[]}");
        QCOMPARE(jsonToFields(object, "B"), part("a[]", "x") + part("a[]", "1") + part("b[]", "y") + part("c", "{'d':[1, 2]}"));
    }

    void aNameCannotLeaveItsQuotes()
    {
        const std::string object = "{\"a\\\"; x=\\\"\\r\\n\":\"1\"}";
        QCOMPARE(jsonToFields(object, "B"), part("a%22; x=%22%0D%0A", "1"));
    }
};

QTEST_APPLESS_MAIN(TestFormFields)
#include "tst_form_fields.moc"
