// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "golden.h"

#include "gateway/providers/address.h"
#include "gateway/translate/continuation.h"
#include "gateway/translate/files.h"

#include <QTest>

using namespace gatehouse;
using golden::Caller;
using translate::View;

namespace {

const Caller &callerOf(const QString &name)
{
    const auto found = std::find_if(std::begin(golden::callers), std::end(golden::callers),
        [&](const Caller &caller) { return name == QLatin1String(caller.name); });
    Q_ASSERT(found != std::end(golden::callers));
    return *found;
}

QJsonValue json(const std::string &text)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QString::fromStdString(text));
}

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonObject told(const Error &error, Dialect caller)
{
    return {{QStringLiteral("status"), error.httpStatus()}, {QStringLiteral("body"), json(translate::errorBody(error, caller))}};
}

/// What stands at each address: "UElDVFVSRQ==" is the picture, and a document is told by its name.
std::shared_ptr<const translate::File> fileAt(const std::string &url)
{
    const bool isDocument = url.ends_with(".pdf");
    return std::make_shared<const translate::File>(
        translate::File {isDocument ? "application/pdf" : "image/jpeg", isDocument ? "JVBERi0=" : "UElDVFVSRQ=="});
}

/// The call as it is told after what it names by address was fetched, where the provider is handed that.
Result<translate::Encoded> encodedWithFiles(const wire::Call &call, const translate::Addressee &to)
{
    translate::Files files;
    auto encoded = translate::encode(call, to, {}, &files);
    if (!encoded || files.wanted.empty())
        return encoded;
    for (const std::string &url : std::exchange(files.wanted, {}))
        files.found[url] = fileAt(url);
    return translate::encode(call, to, {}, &files);
}

/// What \a deployment's provider is sent for \a call, or what the caller is told instead.
QJsonObject asked(const wire::Call &call, const Deployment &deployment)
{
    const auto [preferred, otherwise] = providers::dialectsFor(deployment, call);
    const Dialect dialect = translate::isWholeAsResponses(call, deployment) ? preferred : otherwise;
    const auto encoded = encodedWithFiles(call, {deployment, deployment.model, dialect});
    if (!encoded)
        return told(encoded.error(), call.dialect);
    const std::string url = providers::address(deployment, {dialect, Operation::Chat, deployment.model, call.stream});
    QJsonObject result {{QStringLiteral("url"), toQt(url)}, {QStringLiteral("body"), json(encoded->body)}};
    for (const auto &[name, value] : encoded->headers)
        result.insert(toQt(name), toQt(value));
    return result;
}

} // namespace

/// Every caller's words over every provider's dialect, held against what is written down in golden/: requests by caller and
/// case, answers, streams and errors by provider and case. The files are the specification; README.md there says how they are
/// read and written.
class TestCrossings : public QObject
{
    Q_OBJECT

    std::vector<Deployment> m_deployments = golden::deployments();

    const Deployment &deployment(const QString &name) const
    {
        const auto found = std::find_if(m_deployments.begin(), m_deployments.end(),
            [&](const Deployment &each) { return name == QString::fromStdString(each.group); });
        Q_ASSERT(found != m_deployments.end());
        return *found;
    }

    static void addFixtures(const QString &folder, const QStringList &endings)
    {
        QTest::addColumn<QString>("fixture");
        const QStringList found = golden::fixtures(folder, endings);
        QVERIFY(!found.isEmpty());
        for (const QString &fixture : found)
            QTest::newRow(qPrintable(fixture)) << golden::path(folder) + QLatin1Char('/') + fixture;
    }

    static QString expected(const QString &fixture)
    {
        return fixture.section(QLatin1Char('.'), 0, -2) + QStringLiteral(".expected.json");
    }
    static QString group(const QString &fixture) { return fixture.section(QLatin1Char('/'), -2, -2); }

    /// How \a caller sees an answer of \a from; its request is the caller's plain one.
    View view(const Deployment &from, const Caller &caller, const wire::Call &request) const
    {
        const Dialect dialect = from.group == "responses" ? Dialect::OpenAiResponses : from.provider.dialect;
        View result {dialect, caller.dialect, "m", "d-1", true, false, from.provider};
        result.request = &request.body;
        result.upstreamModel = from.model;
        return result;
    }

    static wire::Call plainRequest(const Caller &caller)
    {
        return golden::call(
            caller, golden::read(golden::path(QStringLiteral("asks/%1/plain.json").arg(QLatin1String(caller.name)))));
    }

private Q_SLOTS:
    void everyDeploymentIsServed() { QCOMPARE(m_deployments.size(), std::size_t(16)); }

    void requestsAreWrittenInTheProvidersWords_data() { addFixtures(QStringLiteral("asks"), {QStringLiteral("*.json")}); }
    void requestsAreWrittenInTheProvidersWords()
    {
        QFETCH(QString, fixture);
        const wire::Call call = golden::call(callerOf(group(fixture)), golden::read(fixture));
        QJsonObject result;
        for (const Deployment &each : m_deployments)
            result.insert(toQt(each.group), asked(call, each));
        const QString difference = golden::difference(expected(fixture), golden::pretty(result));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void answersAreWrittenInTheCallersWords_data() { addFixtures(QStringLiteral("answers"), {QStringLiteral("*.json")}); }
    void answersAreWrittenInTheCallersWords()
    {
        QFETCH(QString, fixture);
        const Deployment &from = deployment(group(fixture));
        QJsonObject result;
        for (const Caller &caller : golden::callers) {
            const wire::Call request = plainRequest(caller);
            const auto answer = translate::decodeAnswer(golden::read(fixture).toStdString(), view(from, caller, request));
            const bool isMalformed = fixture.endsWith(QLatin1String("malformed.json"));
            QCOMPARE(bool(answer), !isMalformed);
            if (isMalformed) { // a 502 that names the provider, in the caller's own shape
                QCOMPARE(answer.error().httpStatus(), 502);
                QVERIFY2(answer.error().message.find(from.provider.title) != std::string::npos, answer.error().message.c_str());
            }
            result.insert(
                QLatin1String(caller.name), answer ? json(answer->body) : QJsonValue(told(answer.error(), caller.dialect)));
        }
        const QString difference = golden::difference(expected(fixture), golden::pretty(result));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void streamsAreWrittenInTheCallersWords_data()
    {
        addFixtures(QStringLiteral("streams"), {QStringLiteral("*.sse"), QStringLiteral("*.ndjson")});
    }
    void streamsAreWrittenInTheCallersWords()
    {
        QFETCH(QString, fixture);
        const Deployment &from = deployment(group(fixture));
        QJsonObject result;
        for (const Caller &caller : golden::callers) {
            const wire::Call request = plainRequest(caller);
            const View seen = view(from, caller, request);
            const QString whole = golden::steady(relayed(seen, fixture, std::string::npos));
            QCOMPARE(golden::steady(relayed(seen, fixture, 1)), whole); // however the bytes arrive
            QJsonArray lines;
            for (const QString &line : whole.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                lines.append(line);
            result.insert(QLatin1String(caller.name), lines);
        }
        const QString difference = golden::difference(expected(fixture), golden::pretty(result));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void everyStreamCanBeFollowed_data()
    {
        addFixtures(QStringLiteral("streams"), {QStringLiteral("*.sse"), QStringLiteral("*.ndjson")});
    }
    void everyStreamCanBeFollowed()
    {
        QFETCH(QString, fixture);
        const Deployment &from = deployment(group(fixture));
        for (const Caller &caller : golden::callers) {
            wire::Call request = plainRequest(caller);
            request.stream = true;
            const View seen = view(from, caller, request);
            translate::Continuation continuation(request);
            const bool isLines = fixture.endsWith(QLatin1String(".ndjson"));
            const auto stream = continuation.makeStream(seen, isLines ? "application/x-ndjson" : "text/event-stream");
            const QString followed = QString::fromStdString(drained(*stream, golden::read(fixture), 7, seen.to));
            QCOMPARE(golden::steady(followed + toQt(continuation.withheld())),
                golden::steady(relayed(seen, fixture, std::string::npos)));
            QVERIFY2(continuation.obstacle() != "what was said of it could not be read", caller.name);
        }
    }

    void errorsAreToldInTheCallersWords_data() { addFixtures(QStringLiteral("errors"), {QStringLiteral("*.json")}); }
    void errorsAreToldInTheCallersWords()
    {
        QFETCH(QString, fixture);
        const Deployment &from = deployment(group(fixture));
        const QJsonObject said = QJsonDocument::fromJson(golden::read(fixture)).object();
        const QByteArray body = QJsonDocument(said[QLatin1String("body")].toObject()).toJson(QJsonDocument::Compact);
        QJsonObject result;
        for (const Caller &caller : golden::callers) {
            const Error error =
                translate::classify(from.provider, caller.dialect, said[QLatin1String("status")].toInt(), body.toStdString());
            result.insert(QLatin1String(caller.name), told(error, caller.dialect));
        }
        const QString difference = golden::difference(expected(fixture), golden::pretty(result));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private:
    static std::string drained(translate::Stream &stream, const QByteArray &bytes, std::size_t size, Dialect caller)
    {
        const std::string all = bytes.toStdString();
        std::string out;
        Result<> done;
        for (std::string_view left = all; done && !left.empty(); left.remove_prefix(std::min(size, left.size())))
            done = stream.feed(std::string(left.substr(0, size)), out);
        if (done)
            done = stream.finish(out);
        if (!done && !stream.saidError())
            out += translate::errorEvent(done.error(), caller);
        return out;
    }

    /// The stream as the caller sees it, when it comes in pieces of \a size bytes.
    static QString relayed(const View &seen, const QString &fixture, std::size_t size)
    {
        const bool isLines = fixture.endsWith(QLatin1String(".ndjson"));
        const auto stream = translate::makeStream(seen, isLines ? "application/x-ndjson" : "text/event-stream");
        return QString::fromStdString(drained(*stream, golden::read(fixture), size, seen.to));
    }
};

QTEST_APPLESS_MAIN(TestCrossings)
#include "tst_crossings.moc"
