// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_admin_api.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui::test {

FakeAdminApi::FakeAdminApi(QObject *parent, quint16 port)
    : QObject(parent)
{
    m_server.listen(QHostAddress::LocalHost, port);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl FakeAdminApi::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

QJsonObject FakeAdminApi::row(qint64 id, const QString &state, const QJsonObject &more)
{
    QJsonObject row {
        {u"id"_s, id},
        {u"call_id"_s, u"call-%1"_s.arg(id)},
        {u"state"_s, state},
        {u"started_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"path"_s, u"/v1/chat/completions"_s},
        {u"dialect"_s, u"openai"_s},
        {u"who"_s, u"tests"_s},
        {u"model"_s, u"gpt-4o"_s},
        {u"group"_s, u"gpt-4o"_s},
        {u"deployment"_s, u"deployment-1"_s},
        {u"provider"_s, u"openai"_s},
        {u"upstream_model"_s, u"gpt-4o-2024-08-06"_s},
        {u"stream"_s, true},
        {u"status"_s, 200},
        {u"attempts"_s, 1},
        {u"fallbacks"_s, 0},
        {u"first_token_ms"_s, 123.4},
        {u"duration_ms"_s, 456.7},
        {u"tokens"_s, QJsonObject {{u"input"_s, 12}, {u"output"_s, 34}, {u"cached"_s, 0}, {u"reasoning"_s, 0}}},
        {u"finish_reason"_s, u"stop"_s},
        {u"error"_s, QString()},
    };
    for (auto field = more.begin(); field != more.end(); ++field)
        row.insert(field.key(), field.value());
    return row;
}

void FakeAdminApi::put(const QJsonObject &row)
{
    m_changes.append({++m_number, row});
}

void FakeAdminApi::forget()
{
    m_changes.clear();
    m_number = 0;
}

void FakeAdminApi::failWith(int status, const QByteArray &body)
{
    m_status = status;
    m_body = body;
}

QList<QByteArray> FakeAdminApi::heard(const QByteArray &path) const
{
    QList<QByteArray> bodies;
    for (const auto &[asked, body] : m_heard) {
        if (asked.startsWith(path))
            bodies.append(body);
    }
    return bodies;
}

void FakeAdminApi::release()
{
    m_holding = false;
    for (const auto &[socket, request] : std::exchange(m_held, {})) {
        if (socket)
            answer(socket, request);
        else
            --m_open;
    }
}

void FakeAdminApi::read(QTcpSocket *socket)
{
    QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    const qsizetype head = request.indexOf("\r\n\r\n");
    const qsizetype field = request.toLower().indexOf("content-length:");
    const qsizetype length =
        field < 0 ? 0 : request.mid(field + 15, request.indexOf("\r\n", field) - field - 15).trimmed().toLongLong();
    if (head < 0 || request.size() < head + 4 + length) {
        socket->setProperty("request", request);
        return;
    }
    socket->setProperty("request", QByteArray());
    m_lastBody = request.mid(head + 4);
    m_lastPath = request.mid(0, request.indexOf("\r\n")).split(' ').value(1);
    m_heard.append({m_lastPath, m_lastBody});
    if (m_lastPath.startsWith("/traffic")) {
        ++m_asked;
        m_mostAtOnce = std::max(m_mostAtOnce, ++m_open);
    }
    if (m_holding)
        m_held.append({socket, request});
    else
        answer(socket, request);
    Q_EMIT question(m_lastPath);
}

void FakeAdminApi::answer(QTcpSocket *socket, const QByteArray &request)
{
    const QByteArray path = request.mid(0, request.indexOf("\r\n")).split(' ').value(1);
    if (path.startsWith("/traffic"))
        --m_open;
    if (m_status != 0)
        return reply(socket, m_status, m_body);
    if (!m_key.isEmpty() && !request.contains(QByteArray("Bearer " + m_key + "\r\n")))
        return reply(socket, 401, R"({"error":{"message":"Authentication Error"}})");
    for (const Told &told : m_told) {
        if (path.startsWith(told.path))
            return reply(socket, told.status, told.body);
    }
    const QByteArray body = bodyFor(path);
    reply(socket, body.isEmpty() ? 404 : 200, body.isEmpty() ? QByteArray(R"({"error":{"message":"Not Found"}})") : body);
}

QByteArray FakeAdminApi::bodyFor(const QByteArray &path) const
{
    if (path.startsWith("/v1/models"))
        return R"({"object":"list","data":[{"id":"gpt-4o","object":"model"}]})";
    if (path.startsWith("/v1/chat"))
        return R"({"choices":[{"message":{"role":"assistant","content":"Hello there, nice to see you!"}}]})";
    if (!path.startsWith("/traffic"))
        return {};
    const QUrlQuery query(QUrl(QString::fromLatin1(path)));
    const qint64 after = query.queryItemValue(u"after"_s).toLongLong();
    const qsizetype limit = query.queryItemValue(u"limit"_s).toLongLong();
    QJsonArray data;
    qint64 next = std::min(after, m_number);
    for (const Change &change : m_changes) {
        if (change.number <= after || data.size() >= limit)
            continue;
        data.append(change.row);
        next = change.number;
    }
    return QJsonDocument(QJsonObject {{u"data"_s, data}, {u"next"_s, next}}).toJson(QJsonDocument::Compact);
}

void FakeAdminApi::reply(QTcpSocket *socket, int status, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + QByteArray::number(status)
        + " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace gatehouse::ui::test
