// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/form_scanner.h"

#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::wire;

namespace {

/// Writes down what it hears: "name=content;" and "name[file]=content;".
struct Notes final : FormListener {
    Result<> onPart(PartHead head) override
    {
        text += head.name + (head.fileName ? "[" + *head.fileName + "]" : std::string()) + "=";
        heads.push_back(std::move(head));
        return {};
    }
    Result<> onContent(std::string_view bytes) override
    {
        if (bytes == refused)
            return Failure {Error {Fault::RequestTooLarge, "too much"}};
        text += bytes;
        return {};
    }
    Result<> onPartEnd() override
    {
        text += ";";
        return {};
    }
    std::string text;
    std::string refused = "(nothing)";
    std::vector<PartHead> heads;
};

std::string part(const std::string &disposition, const std::string &content, const std::string &more = {})
{
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}

const std::string plain = part("name=\"model\"", "whisper-1")
    + part("name=\"file\"; filename=\"a b.wav\"", "RIFF\r\n--\r\n-B\r\n--A\r\n\r--B", "Content-Type: audio/wav\r\n")
    + "--B--\r\n";
const std::string heard = "model=whisper-1;file[a b.wav]=RIFF\r\n--\r\n-B\r\n--A\r\n\r--B;";

/// What is wrong with \a body; empty = nothing.
std::string complaint(const std::string &body, const std::string &boundary = "B")
{
    Notes notes;
    FormScanner scanner(boundary, notes);
    auto fed = scanner.feed(body);
    if (fed)
        fed = scanner.finish();
    return fed ? std::string() : fed.error().message;
}

std::string complaintOfHead(const std::string &lines)
{
    return complaint("--B\r\n" + lines + "\r\n\r\nx\r\n--B--");
}

} // namespace

class TestFormScanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFormIsTheSameHoweverItArrives()
    {
        for (std::size_t step = 1; step <= plain.size(); ++step) {
            Notes notes;
            FormScanner scanner("B", notes);
            for (std::size_t at = 0; at < plain.size(); at += step)
                QVERIFY(scanner.feed(std::string_view(plain).substr(at, step)));
            QVERIFY(scanner.finish());
            QCOMPARE(notes.text, heard);
            QCOMPARE(scanner.epilogue(), std::size_t(2));
        }
    }

    void emptyContentsAndAnEmptyFormAreForms()
    {
        Notes notes;
        FormScanner scanner("B", notes);
        QVERIFY(scanner.feed(part("name=a", "") + part("name=b; filename=\"\"", "") + "--B--"));
        QVERIFY(scanner.finish());
        QCOMPARE(notes.text, std::string("a=;b[]=;"));
        QCOMPARE(scanner.epilogue(), std::size_t(0));
        QCOMPARE(complaint("--B--\r\n"), std::string());
    }

    void theHeadIsKeptAsItCame()
    {
        Notes notes;
        FormScanner scanner("B", notes);
        QVERIFY(scanner.feed(plain));
        QCOMPARE(notes.heads.at(1).text,
            std::string("Content-Disposition: form-data; name=\"file\"; filename=\"a b.wav\"\r\nContent-Type: audio/wav"));
    }

    void whereAPartBeginsIsCounted()
    {
        Notes notes;
        FormScanner scanner("B", notes);
        const std::string first = part("name=a", "hello");
        QVERIFY(scanner.feed(first + "--B\r\nContent-Disp"));
        QCOMPARE(scanner.partBegin(), first.size());
    }

    void aLargeFileIsNotKept()
    {
        Notes notes;
        FormScanner scanner("B", notes);
        QVERIFY(scanner.feed("--B\r\nContent-Disposition: form-data; name=file; filename=x\r\n\r\n"));
        std::size_t sent = 0;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(scanner.feed(std::string(10'000, '\r')));
            sent += 10'000;
            QVERIFY(notes.text.size() + 3 >= sent); // all but what may begin a boundary has been handed on
        }
    }

    void whatAListenerRefusesIsRefused()
    {
        Notes notes;
        notes.refused = "x";
        FormScanner scanner("B", notes);
        const auto fed = scanner.feed(part("name=a", "x"));
        QVERIFY(!fed);
        QCOMPARE(fed.error().fault, Fault::RequestTooLarge);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("words");
        const auto row = [](const char *name, const std::string &body, const char *words) {
            QTest::newRow(name) << body << std::string(words);
        };
        const std::string good = part("name=a", "x");
        row("nothing", "", "ends before its last boundary");
        row("another boundary", "--C\r\n", "does not begin with the boundary");
        row("a preamble", "hello\r\n" + good + "--B--", "does not begin with the boundary");
        row("no last boundary", good, "ends before its last boundary");
        row("cut in a part", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nhel", "ends before its last boundary");
        row("cut in a head", "--B\r\nContent-Dispo", "ends before its last boundary");
        row("half a line end at the end", good + "--B--\r", "ends before its last boundary");
        row("more behind the end", good + "--B--\r\n" + good, "goes on behind its last boundary");
        row("a longer boundary", good + "--BB\r\n", "followed by something else");
        row("blanks behind the boundary", "--B \r\n", "followed by something else");
        row("a line feed behind the boundary", "--B\nContent-Disposition: form-data; name=a\n\nx", "followed by something else");
        row("no head", "--B\r\n\r\nx\r\n--B--", "no Content-Disposition");
        row("an endless head", "--B\r\nX: " + std::string(10'000, 'x'), "larger than 8192 bytes");
        row(
            "too many parts",
            [&] {
                std::string parts;
                for (int i = 0; i < 300; ++i)
                    parts += good;
                return parts;
            }(),
            "more than 256 parts");
    }

    void whatIsRefused()
    {
        QFETCH(std::string, body);
        QFETCH(std::string, words);
        QVERIFY2(complaint(body).find(words) != std::string::npos, complaint(body).c_str());
    }

    void headsThatCouldBeReadOtherwiseAreRefused_data()
    {
        QTest::addColumn<std::string>("lines");
        QTest::addColumn<bool>("isFine");
        const auto row = [](const char *name, const std::string &lines, bool isFine = false) {
            QTest::newRow(name) << lines << isFine;
        };
        const std::string begin = "Content-Disposition: form-data; ";
        row("usual", begin + "name=\"file\"; filename=\"a.wav\"", true);
        row("small letters, no quotes", "content-disposition:Form-Data;name=file ; filename=a.wav;", true);
        row("other headers", "X-A: b\r\n" + begin + "name=a\r\nContent-Length: 1", true);
        row("UTF-8", begin + "name=\"file\"; filename=\"sch\xc3\xb6n.wav\"", true);
        row("extended name of the file", begin + "name=\"file\"; filename=\"a\"; filename*=UTF-8''%61", true);
        row("a path of Windows", begin + R"(name="file"; filename="C:\a.wav")", true);
        row("no name", begin + "filename=\"a\"");
        row("empty name", begin + "name=\"\"");
        row("extended name", begin + "name=a; name*=UTF-8''model");
        row("two names", begin + "name=a; name=model");
        row("two names, one in capitals", begin + "name=a; NAME=model");
        row("two heads", begin + "name=a\r\n" + begin + "name=model");
        row("an attachment", "Content-Disposition: attachment; name=a");
        row("a quotation mark that may be escaped", begin + R"(name=file; filename="x\"; name="model")");
        row("no end of the quotation", begin + "name=\"a");
        row("a file called model", begin + "name=\"model\"; filename=\"x\"");
        row("a file whose name some unescape", begin + R"(name="mod\el"; filename="x")");
        row("a file whose name others unescape", begin + R"(name="mod%65l"; filename="x")");
        row("a folded line", "Content-Disposition: form-data;\r\n name=model");
        row("a control character", begin + "name=\"a\x01\"");
        row("a bare line feed", begin + "name=a\nX: y");
        row("a blank before the colon", "Content-Disposition : form-data; name=a");
        row("a form in the form", begin + "name=a\r\nContent-Type: multipart/mixed; boundary=c");
        row("base64", begin + "name=a\r\nContent-Transfer-Encoding: base64");
        row("a name without end", begin + "name=\"" + std::string(300, 'a') + "\"");
    }

    void headsThatCouldBeReadOtherwiseAreRefused()
    {
        QFETCH(std::string, lines);
        QFETCH(bool, isFine);
        const std::string said = complaintOfHead(lines);
        QVERIFY2(said.empty() == isFine, said.c_str());
    }

    void theBoundaryIsFound()
    {
        const auto is = [](const char *type) { return boundaryOf(type) ? *boundaryOf(type) : std::string("(none)"); };
        QCOMPARE(is("multipart/form-data; boundary=abc"), std::string("abc"));
        QCOMPARE(is("Multipart/Form-Data;charset=utf-8; Boundary=\"a b:c\""), std::string("a b:c"));
        QCOMPARE(is("multipart/form-data"), std::string("(none)"));
        QCOMPARE(is("multipart/form-data; boundary="), std::string("(none)"));
        QCOMPARE(is("multipart/form-data; boundary=\"\""), std::string("(none)"));
        QCOMPARE(is("multipart/form-data; boundary=a; boundary=b"), std::string("(none)"));
        QCOMPARE(is("multipart/form-data; boundary=\"a \""), std::string("(none)"));
        QCOMPARE(is("multipart/form-data; boundary=\"a\tb\""), std::string("(none)"));
        QCOMPARE(boundaryOf("multipart/form-data; boundary=" + std::string(70, 'x')).value().size(), std::size_t(70));
        QVERIFY(!boundaryOf("multipart/form-data; boundary=" + std::string(71, 'x')));
    }

    void garbageNeverGetsThroughAndNeverCrashes()
    {
        std::minstd_rand random(7); // NOLINT: the same every time
        for (int round = 0; round < 3000; ++round) {
            std::string body = plain;
            for (int i = 0; i < 3; ++i)
                body[random() % body.size()] = static_cast<char>(random());
            Notes notes;
            FormScanner scanner("B", notes);
            for (std::size_t at = 0; at < body.size(); at += 5) {
                if (!scanner.feed(std::string_view(body).substr(at, 5)))
                    break;
            }
            QVERIFY(notes.text.size() <= body.size() * 2);
        }
    }
};

QTEST_APPLESS_MAIN(TestFormScanner)
#include "tst_form_scanner.moc"
