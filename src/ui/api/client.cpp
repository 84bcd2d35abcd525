// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/client.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds silenceAllowed = std::chrono::seconds(10);
constexpr qint64 mostBytes = 16 * 1024 * 1024; ///< what answers on that port may not be a gateway
constexpr qint64 mostRawBytes = 256 * 1024 * 1024;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// A certificate made for the public name cannot match 127.0.0.1; on loopback plain HTTP would do as well.
void acceptLoopback(QNetworkReply &reply)
{
    if (isLoopback(reply.url().host()))
        QObject::connect(&reply, &QNetworkReply::sslErrors, &reply, [&reply] { reply.ignoreSslErrors(); });
}

QString messageIn(const QJsonDocument &json)
{
    const QJsonValue error = json.object().value("error"_L1);
    return error.isObject() ? error.toObject().value("message"_L1).toString() : error.toString();
}

Answer denied(int status)
{
    return {Answer::Kind::Denied, status, {}, Client::tr("The gateway refused the administrator's key.")};
}

Answer unreachable(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError)
        return {Answer::Kind::Unreachable, 0, {}, Client::tr("The gateway did not answer in time.")};
    if (reply.error() == QNetworkReply::ConnectionRefusedError)
        return {Answer::Kind::Unreachable, 0, {}, Client::tr("Nothing answers at %1.").arg(reply.url().authority())};
    return {Answer::Kind::Unreachable, 0, {}, reply.errorString()};
}

Answer read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return unreachable(reply);
    if (status == 401 || status == 403)
        return denied(status);
    const QByteArray body = reply.readAll();
    QJsonParseError parse;
    const QJsonDocument json = QJsonDocument::fromJson(body, &parse);
    const bool isJson = parse.error == QJsonParseError::NoError || (status == 204 && body.isEmpty());
    if (status >= 200 && status < 300 && isJson && reply.error() == QNetworkReply::NoError)
        return {Answer::Kind::Ok, status, json, {}};
    const QString said = messageIn(json).left(500);
    //: %1 is an HTTP status code such as 404
    const QString problem = said.isEmpty() ? Client::tr("The gateway gave an unexpected answer (HTTP %1).").arg(status) : said;
    return {Answer::Kind::Unexpected, status, json, problem};
}

} // namespace

Client::Client(QObject *parent)
    : QObject(parent)
{
    // The key must reach the gateway and nobody between: no proxy, and redirects are not followed.
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(int(silenceAllowed.count()));
}

void Client::setTarget(const QUrl &baseUrl, const QByteArray &adminKey)
{
    if (baseUrl == m_baseUrl && adminKey == m_adminKey)
        return;
    m_baseUrl = baseUrl;
    m_adminKey = adminKey;
    Q_EMIT targetChanged();
}

void Client::get(const QString &path, const QUrlQuery &query, QObject *context, Handler handler)
{
    follow(m_network.get(request(path, query)), context, std::move(handler));
}

void Client::post(const QString &path, const QJsonDocument &body, QObject *context, Handler handler)
{
    send("POST", path, body, context, std::move(handler));
}

void Client::put(const QString &path, const QJsonObject &body, QObject *context, Handler handler)
{
    send("PUT", path, QJsonDocument(body), context, std::move(handler));
}

void Client::patch(const QString &path, const QJsonObject &body, QObject *context, Handler handler)
{
    send("PATCH", path, QJsonDocument(body), context, std::move(handler));
}

void Client::remove(const QString &path, QObject *context, Handler handler)
{
    follow(m_network.deleteResource(request(path, {})), context, std::move(handler));
}

void Client::send(const QByteArray &verb, const QString &path, const QJsonDocument &body, QObject *context, Handler handler)
{
    QNetworkRequest head = request(path, {});
    head.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    // A model may think for a while before it says anything.
    head.setTransferTimeout(int(std::chrono::milliseconds(std::chrono::minutes(2)).count()));
    follow(m_network.sendCustomRequest(head, verb, body.toJson(QJsonDocument::Compact)), context, std::move(handler));
}

QNetworkReply *Client::stream(const QString &path, const QUrlQuery &query)
{
    QNetworkRequest head = request(path, query);
    head.setTransferTimeout(0);
    head.setRawHeader("Accept", "text/event-stream");
    QNetworkReply *reply = m_network.get(head);
    acceptLoopback(*reply);
    return reply;
}

QNetworkReply *Client::ask(const QString &path, const QJsonObject &question)
{
    QNetworkRequest head = request(path, {});
    head.setTransferTimeout(0);
    head.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(head, QJsonDocument(question).toJson(QJsonDocument::Compact));
    acceptLoopback(*reply);
    connect(this, &Client::targetChanged, reply, &QNetworkReply::abort);
    return reply;
}

QNetworkRequest Client::request(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_baseUrl;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(int(silenceAllowed.count()));
    if (!m_adminKey.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_adminKey);
    return request;
}

void Client::getRaw(const QString &path, QObject *context, RawHandler handler)
{
    QNetworkReply *reply = m_network.get(request(path, {}));
    guard(reply, mostRawBytes);
    connect(reply, &QNetworkReply::finished, context, [reply, handler] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->property("cancelled").toBool())
            handler(Answer {}, {});
        else if (status == 200 && reply->error() == QNetworkReply::NoError)
            handler({Answer::Kind::Ok, status, {}, {}}, reply->readAll());
        else
            handler(read(*reply), {});
    });
}

void Client::follow(QNetworkReply *reply, QObject *context, Handler handler)
{
    guard(reply, mostBytes);
    connect(reply, &QNetworkReply::finished, context,
        [reply, handler] { handler(reply->property("cancelled").toBool() ? Answer {} : read(*reply)); });
}

/// Ends it when it grows too large, or the target is another; it goes away by itself.
void Client::guard(QNetworkReply *reply, qint64 mostBytes)
{
    acceptLoopback(*reply);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, mostBytes](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(this, &Client::targetChanged, reply, [reply] {
        reply->setProperty("cancelled", true);
        reply->abort();
    });
}

} // namespace gatehouse::ui
