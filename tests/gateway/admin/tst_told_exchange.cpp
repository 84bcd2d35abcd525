// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/told_exchange.h"
#include "gateway/observe/traffic/book.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::observe;

namespace {

std::shared_ptr<traffic::Capture> running()
{
    Receipt begun;
    begun.callId = "call";
    auto capture = std::make_shared<traffic::Capture>(
        begun, traffic::Capture::Door {}, traffic::Settings {}, std::make_shared<traffic::Purse>());
    capture->setId(7);
    const wire::Headers noFields;
    capture->setRequest({"POST", "/v1/chat/completions", noFields}, "a question");
    return capture;
}

std::shared_ptr<const Receipt> end(traffic::Capture &capture)
{
    const Receipt receipt = *capture.receipt();
    capture.end(std::make_shared<const Receipt>(receipt));
    return capture.receipt();
}

QJsonObject told(const traffic::Book &book, const std::optional<Row> &row)
{
    const auto json = toldExchange(book, row, "call", false);
    return json ? QJsonDocument::fromJson(QByteArray::fromStdString(*json)).object() : QJsonObject();
}

QString questionIn(const QJsonObject &record)
{
    return record[QLatin1String("wires")][QLatin1String("client_request")][QLatin1String("body")].toString();
}

} // namespace

class TestToldExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneThatRunsIsToldAsFarAsItHasCome()
    {
        const traffic::Book book;
        const QJsonObject record = told(book, Row {7, nullptr, running()});
        QVERIFY(record.value(QLatin1String("running")).toBool());
        QCOMPARE(questionIn(record), QStringLiteral("a question"));
    }

    // It would be lost if the program died now, so nobody hears yet that it has ended.
    void oneThatHasEndedAndIsInNoBookYetStillRuns()
    {
        const traffic::Book book;
        const auto capture = running();
        end(*capture);
        const QJsonObject record = told(book, Row {7, nullptr, capture});
        QVERIFY(record.value(QLatin1String("running")).toBool());
        QCOMPARE(questionIn(record), QStringLiteral("a question"));
    }

    void oneInTheBookHasEnded()
    {
        traffic::Book book;
        book.configure({});
        const auto capture = running();
        const Row asked {7, nullptr, capture};
        end(*capture);
        book.add(*capture);
        for (const std::optional<Row> &row :
            {std::optional(asked), std::optional(Row {7, capture->receipt(), nullptr}), std::optional<Row>()}) {
            const QJsonObject record = told(book, row);
            QVERIFY(record.contains(QLatin1String("running")) && !record.value(QLatin1String("running")).toBool());
            QCOMPARE(questionIn(record), QStringLiteral("a question"));
        }
    }

    void ofOneThatWasForgottenTheReceiptIsLeft()
    {
        const traffic::Book book;
        const auto capture = running();
        const QJsonObject record = told(book, Row {7, end(*capture), nullptr});
        QVERIFY(record.contains(QLatin1String("running")) && !record.value(QLatin1String("running")).toBool());
        QVERIFY(questionIn(record).isEmpty());
    }

    void nobodyIsNotFound()
    {
        const auto nobody = toldExchange(traffic::Book(), std::nullopt, "nobody", false);
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().fault, Fault::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestToldExchange)
#include "tst_told_exchange.moc"
