// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/replay_source.h"
#include "gateway/admin/traffic_filter.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;
using observe::traffic::Capture;

namespace {

bool has(const std::string &query, const observe::Row &row)
{
    wire::Request request;
    request.query = query;
    return TrafficFilter(request).has(row);
}

observe::Row failed()
{
    auto principal = std::make_shared<Principal>();
    principal->teamId = "team-1";
    principal->token = "hash";
    auto receipt = std::make_shared<Receipt>();
    receipt->id = 7;
    receipt->model = "gpt";
    receipt->status = 429;
    receipt->error = "Slow Down";
    receipt->outcome = Outcome::Failed;
    receipt->principal = principal;
    return {7, receipt};
}

observe::Row running()
{
    Receipt receipt;
    receipt.model = "gpt";
    auto capture = std::make_shared<Capture>(receipt, Capture::Door {}, observe::traffic::Settings {}, nullptr);
    capture->setAdmitted(receipt);
    return {8, nullptr, capture};
}

/// A book that remembers one exchange with this request.
void remember(observe::traffic::Book &book, const observe::traffic::RequestHead &head, const std::string &body)
{
    Receipt receipt;
    receipt.callId = "c";
    Capture capture(receipt, {}, observe::traffic::Settings {}, std::make_shared<observe::traffic::Purse>());
    capture.setRequest(head, body);
    capture.end(std::make_shared<const Receipt>(receipt));
    book.add(capture);
}

} // namespace

class TestRowFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreFoundByWhatIsAskedFor()
    {
        for (const char *query : {"state=failed", "model=gpt", "team=team-1", "key=hash", "status=429", "status=4xx",
                 "errors=true", "text=slow+down", "before=8", "errors=true&model=gpt&status=429"})
            QVERIFY2(has(query, failed()), query);
        for (const char *query : {"state=running", "model=claude", "team=other", "key=other", "status=5xx", "text=fast",
                 "before=7", "errors=true&model=claude"})
            QVERIFY2(!has(query, failed()), query);
    }

    void runningCallsHaveAStateAndNoStatus()
    {
        QVERIFY(has("state=running", running()));
        QVERIFY(has("state=routing", running()));
        QVERIFY(has("model=gpt", running()));
        for (const char *query : {"state=waiting", "state=failed", "errors=true", "status=200"})
            QVERIFY2(!has(query, running()), query);
    }

    void aReplayIsTheRequestWithoutWhatWasItsCallers()
    {
        observe::traffic::Book book;
        book.configure({});
        const wire::Headers headers {
            {"authorization", "Bearer sk-callers-own-1"}, {"content-length", "7"}, {"x-litellm-tags", "a"}};
        remember(book, {"POST", "/v1beta/models/a%20b:generateContent?alt=sse&key=AIzaSomething", headers}, "{\"contents\":[]}");
        auto source = replaySource(book, std::nullopt, "c");
        QVERIFY(source);
        QCOMPARE(source->request.path, std::string("/v1beta/models/a b:generateContent"));
        QCOMPARE(source->request.query, std::string("alt=sse"));
        QVERIFY(!source->request.headers.has("authorization"));
        QVERIFY(!source->request.headers.has("content-length"));
        QCOMPARE(source->request.headers.value("x-litellm-tags"), std::string_view("a"));
        QVERIFY(askFor(*source, "other"));
        QCOMPARE(source->request.body, std::string("{\"contents\":[],\"model\":\"other\"}"));
    }

    void whatWasNotKeptWholeIsRefused()
    {
        observe::traffic::Book book;
        book.configure({});
        remember(book, {"POST", "/", {}}, "{\"api_key\":\"plain\"}");
        QCOMPARE(replaySource(book, std::nullopt, "c").error().httpStatus(), 409);
        QCOMPARE(replaySource(book, std::nullopt, "d").error().httpStatus(), 404);
    }
};

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_row_filter.moc"
