// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/utf8.h"

#include <QTest>

using namespace gatehouse::wire;

class TestUtf8 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aByteThatIsNoUtf8IsFoundWhereverItStands()
    {
        constexpr std::size_t longest = 80; // short texts and others are looked at in two ways
        for (std::size_t size = 0; size <= longest; ++size) {
            std::string text(size, 'a');
            QVERIFY(isUtf8(text));
            for (char &c : text) {
                c = '\xff';
                QVERIFY2(!isUtf8(text), text.c_str());
                c = 'a';
            }
        }
    }

    void whatIsUtf8IsLeftAsItIs()
    {
        for (const char *text : {"", "a",
                 "Gr\xc3\xbc\xc3\x9f"
                 "e",
                 "plain text of more than eight bytes", "\xf0\x9f\x99\x82"}) {
            std::string room;
            QCOMPARE(asUtf8(text, room).data(), static_cast<const char *>(text));
        }
    }

    void whatIsNotIsReplaced()
    {
        std::string room;
        QCOMPARE(std::string(asUtf8("too many \xff requests", room)), std::string("too many \xef\xbf\xbd requests"));
    }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
