// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "views.h"

#include "gateway/translate/provider_words.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::text;

namespace {

std::string said(const char *message, const char *type = "server_error", const char *code = "null")
{
    return std::string("{\"error\":{\"message\":\"") + message + "\",\"type\":\"" + type + "\",\"param\":\"p\",\"code\":" + code
        + "}}";
}

QJsonObject errorIn(const std::string &body)
{
    return object(body).value(QLatin1String("error")).toObject();
}

} // namespace

class TestErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openAiErrorsAreSorted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("seen");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, int status, const std::string &body, int seen, const char *message) {
            QTest::newRow(name) << status << QByteArray::fromStdString(body) << seen << QByteArray(message);
        };
        row("400", 400, said("Bad", "invalid_request_error"), 400, "litellm.BadRequestError: OpenAIException - Bad");
        row("401", 401, said("Incorrect API key provided: sk-****key.", "invalid_request_error"), 401,
            "litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: sk-****key.");
        row("403", 403, said("No access", "forbidden"), 403, "litellm.APIError: APIError: OpenAIException - No access");
        row("404", 404, said("The model does not exist", "invalid_request_error", "\"model_not_found\""), 404,
            "litellm.NotFoundError: NotFoundError: OpenAIException - The model does not exist");
        row("408", 408, said("slow"), 408, "litellm.Timeout: Timeout Error: OpenAIException - slow");
        row("418", 418, said("teapot"), 418, "litellm.APIError: APIError: OpenAIException - teapot");
        row("422", 422, said("Unprocessable", "unprocessable"), 422, "litellm.BadRequestError: OpenAIException - Unprocessable");
        row("429", 429, said("quota"), 429, "litellm.RateLimitError: RateLimitError: OpenAIException - quota");
        row("rate limit in words", 500, said("Rate limit reached"), 429,
            "litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached");
        row("429 tokens are no rate limit", 400, said("429 tokens", "invalid_request_error"), 400,
            "litellm.BadRequestError: OpenAIException - 429 tokens");
        row("context", 400, said("This model's maximum context length is 1 tokens.", "invalid_request_error"), 400,
            "litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: OpenAIException - This "
            "model's maximum context length is 1 tokens.");
        row("policy", 400, said("Your request was rejected as a result of the safety system", "invalid_request_error"), 400,
            "litellm.ContentPolicyViolationError: litellm.BadRequestError: ContentPolicyViolationError: OpenAIException - Your "
            "request was rejected as a result of the safety system");
        row("500", 500, said("The server had an error processing your request."), 500,
            "litellm.InternalServerError: OpenAIException - The server had an error processing your request.");
        row("502 html", 502, "<html>", 502, "litellm.BadGatewayError: BadGatewayError: OpenAIException - <html>");
        row("503", 503, said("down"), 503, "litellm.ServiceUnavailableError: ServiceUnavailableError: OpenAIException - down");
        row("504", 504, said("late"), 504, "litellm.Timeout: Timeout Error: OpenAIException - late");
        row("a text for an error", 500, "{\"error\":\"oops\"}", 500,
            "litellm.InternalServerError: InternalServerError: OpenAIException - oops");
        row("nothing", 503, "", 503,
            "litellm.ServiceUnavailableError: ServiceUnavailableError: OpenAIException - the provider answered 503 without a "
            "word");
    }
    void openAiErrorsAreSorted()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, seen);
        QFETCH(QByteArray, message);
        const Error error = classify(fixtures::openAi(), Dialect::OpenAiChat, status, body.toStdString());
        QCOMPARE(error.httpStatus(), seen);
        QCOMPARE(text(error.message), QString::fromUtf8(message));
    }

    void badRequestsKeepOpenAisTypeAndParam()
    {
        const std::string body = said("Bad", "invalid_request_error");
        const Error chat = classify(fixtures::openAi(), Dialect::OpenAiChat, 400, body);
        QCOMPARE(chat.type, std::string("invalid_request_error"));
        QCOMPARE(chat.param, std::string("p"));
        const Error messages = classify(fixtures::openAi(), Dialect::AnthropicMessages, 400, body);
        QVERIFY(messages.type.empty() && messages.param.empty());
        const Error other = classify(fixtures::compatible("Groq"), Dialect::OpenAiChat, 400, body);
        QVERIFY(other.type.empty() && other.param.empty());
        QCOMPARE(other.message, "litellm.BadRequestError: GroqException - " + body);
    }

    void anthropicErrorsAreSorted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("onChat");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("400") << 400 << QByteArray("bad") << 400 << QByteArray("BadRequestError");
        QTest::newRow("401") << 401 << QByteArray("invalid x-api-key") << 401 << QByteArray("AuthenticationError");
        QTest::newRow("403") << 403 << QByteArray("no") << 403 << QByteArray("PermissionDeniedError");
        QTest::newRow("404") << 404 << QByteArray("model: x") << 404 << QByteArray("NotFoundError");
        QTest::newRow("413") << 413 << QByteArray("large") << 400 << QByteArray("BadRequestError");
        QTest::newRow("429") << 429 << QByteArray("slow") << 429 << QByteArray("RateLimitError");
        QTest::newRow("500") << 500 << QByteArray("oops") << 500 << QByteArray("InternalServerError");
        QTest::newRow("503") << 503 << QByteArray("down") << 503 << QByteArray("ServiceUnavailableError");
        QTest::newRow("529") << 529 << QByteArray("Overloaded") << 500 << QByteArray("InternalServerError");
        QTest::newRow("context") << 400 << QByteArray("prompt is too long: 2 > 1") << 400
                                 << QByteArray("ContextWindowExceededError");
    }
    void anthropicErrorsAreSorted()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        QFETCH(int, onChat);
        QFETCH(QByteArray, name);
        const std::string body = "{\"type\":\"error\",\"error\":{\"type\":\"t\",\"message\":\"" + message.toStdString() + "\"}}";
        const Error chat = classify(fixtures::anthropic(), Dialect::OpenAiChat, status, body);
        QCOMPARE(chat.httpStatus(), onChat);
        QVERIFY(text(chat.message).startsWith(QLatin1String("litellm.") + QLatin1String(name) + QLatin1String(": ")));
        QVERIFY(text(chat.message).endsWith(text(body)));
        const Error messages = classify(fixtures::anthropic(), Dialect::AnthropicMessages, status, body);
        QCOMPARE(messages.httpStatus(), status);
        QCOMPARE(messages.message, body);
        QCOMPARE(info(messages.fault).name, info(chat.fault).name);
    }

    void keysAreNeverRepeated()
    {
        const std::string key = "sk-proj-abcDEF0123456789abcdef";
        for (const std::string &body : {said(("Incorrect API key provided: " + key).c_str()), "no json: " + key, key}) {
            for (const ProviderTraits &provider : {fixtures::openAi(), fixtures::anthropic()}) {
                const Error error = classify(provider, Dialect::OpenAiChat, 401, body);
                QVERIFY(!text(error.message).contains(QLatin1String("abcDEF0123456789")));
            }
        }
        QCOMPARE(repeatable("sk-****key. risk-management-of-everything sk-short"),
            std::string("sk-****key. risk-management-of-everything sk-short"));
        QCOMPARE(repeatable("Bearer abcdefghijklmnopq x"), std::string("Bea*** x"));
    }

    void longAndBrokenTextIsMadeFit()
    {
        const std::string umlauts = [] {
            std::string result;
            for (int i = 0; i < 5000; ++i)
                result += "ü";
            return result;
        }();
        const std::string cut = repeatable("x" + umlauts);
        QVERIFY(cut.size() < 2010);
        QVERIFY(text(cut).startsWith(QStringLiteral("xüü")));
        QVERIFY(text(cut).endsWith(QStringLiteral("ü…")));
        QCOMPARE(text(repeatable("a\xff\xc3(\xed\xa0\x80z")), QStringLiteral("a\ufffd\ufffd(\ufffd\ufffd\ufffdz"));
    }

    void aLostConnectionIsAnInternalServerError()
    {
        const Error error = connectionError(fixtures::openAi(), {});
        QCOMPARE(
            error.message, std::string("litellm.InternalServerError: InternalServerError: OpenAIException - Connection error."));
        QCOMPARE(error.httpStatus(), 500);
        QVERIFY(info(error.fault).mayRetry);
    }

    void bodiesHaveTheShapeCallersMatchOn()
    {
        Error error;
        error.fault = Fault::RateLimit;
        error.message = "slow \"down\"";
        const QJsonObject plain = errorIn(errorBody(error, Dialect::OpenAiChat));
        QCOMPARE(plain.value(QLatin1String("code")), QJsonValue(QStringLiteral("429")));
        QCOMPARE(plain.value(QLatin1String("type")), QJsonValue(QStringLiteral("throttling_error")));
        QVERIFY(plain.value(QLatin1String("param")).isNull());
        QCOMPARE(plain.value(QLatin1String("message")), QJsonValue(QStringLiteral("slow \"down\"")));
        QVERIFY(!object(errorBody(error, Dialect::OpenAiChat)).contains(QLatin1String("type")));

        error.type = error.param = "None";
        error.detail = "why";
        error.status = 418;
        const QJsonObject body = object(errorBody(error, Dialect::AnthropicMessages));
        QCOMPARE(body.value(QLatin1String("type")), QJsonValue(QStringLiteral("error")));
        const QJsonObject full = body.value(QLatin1String("error")).toObject();
        QCOMPARE(full.value(QLatin1String("type")), QJsonValue(QStringLiteral("None")));
        QCOMPARE(full.value(QLatin1String("param")), QJsonValue(QStringLiteral("None")));
        QCOMPARE(full.value(QLatin1String("code")), QJsonValue(QStringLiteral("418")));
        QCOMPARE(full.value(QLatin1String("provider_specific_fields")).toObject().value(QLatin1String("error")),
            QJsonValue(QStringLiteral("why")));

        error.fault = Fault::RouteNotFound;
        QCOMPARE(errorBody(error, Dialect::OpenAiChat), std::string("{\"detail\":\"Not Found\"}"));
        error.fault = Fault::MethodNotAllowed;
        QCOMPARE(errorBody(error, Dialect::OpenAiChat), std::string("{\"detail\":\"Method Not Allowed\"}"));
    }

    void eventsHaveTheShapeOfTheCallersDialect()
    {
        Error error;
        error.fault = Fault::InternalServer;
        error.message = "oops";
        QCOMPARE(errorEvent(error, Dialect::OpenAiChat),
            std::string("data: {\"error\":{\"message\":\"oops\",\"type\":null,\"param\":null,\"code\":\"500\"}}\n\n"));
        QCOMPARE(errorEvent(error, Dialect::AnthropicMessages),
            std::string("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"oops\"}}\n\n"));
        error.status = 529;
        QVERIFY(text(errorEvent(error, Dialect::AnthropicMessages)).contains(QLatin1String("overloaded_error")));
    }
};

QTEST_APPLESS_MAIN(TestErrors)
#include "tst_errors.moc"
