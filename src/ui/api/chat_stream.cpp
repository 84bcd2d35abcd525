// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/chat_stream.h"

#include "ui/api/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostPending = 16 << 20; ///< bytes of one line: what answers there may not be a gateway

QString messageIn(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    return error.isObject() ? error["message"_L1].toString() : error.toString();
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

ChatStream::ChatStream(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

ChatStream::~ChatStream()
{
    stop();
}

void ChatStream::ask(const QJsonObject &body)
{
    stop();
    m_pending.clear();
    m_failure.clear();
    m_figures = {};
    m_clock.start();
    m_reply = m_client.ask(u"/v1/chat/completions"_s, body);
    connect(m_reply, &QNetworkReply::readyRead, this, &ChatStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &ChatStream::end);
}

void ChatStream::stop()
{
    if (!m_reply)
        return;
    m_figures.elapsedMs = milliseconds(m_clock);
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

ChatStream::Figures ChatStream::figures() const
{
    Figures figures = m_figures;
    if (m_reply)
        figures.elapsedMs = milliseconds(m_clock);
    return figures;
}

void ChatStream::read()
{
    if (m_figures.callId.isEmpty())
        m_figures.callId = QString::fromLatin1(m_reply->rawHeader("x-litellm-call-id"));
    m_pending += m_reply->readAll();
    if (m_pending.size() > mostPending)
        return m_reply->abort();
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return; // no stream: it is read as a whole when it has ended
    const QByteArray text = std::exchange(m_pending, {});
    const QNetworkReply *reply = m_reply;
    qsizetype begin = 0;
    for (qsizetype end; (end = text.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArray line = text.mid(begin, end - begin);
        if (line.startsWith("data:"))
            takeEvent(QJsonDocument::fromJson(line.mid(5).trimmed()).object());
        if (m_reply != reply)
            return; // whoever was told has stopped it
    }
    m_pending = text.mid(begin);
}

void ChatStream::takeEvent(const QJsonObject &event)
{
    if (const QString failure = messageIn(event); !failure.isEmpty())
        m_failure = failure;
    if (const QString model = event.value("model"_L1).toString(); !model.isEmpty())
        m_figures.model = model;
    const QJsonValue tokens = event.value("usage"_L1)["completion_tokens"_L1];
    if (tokens.isDouble()) {
        m_figures.tokens = tokens.toInteger();
        m_figures.isExact = true;
    }
    const QJsonArray choices = event.value("choices"_L1).toArray();
    if (!choices.isEmpty())
        takePiece(choices.first().toObject());
}

void ChatStream::takePiece(const QJsonObject &choice)
{
    const QJsonObject delta = choice.value("delta"_L1).toObject();
    const QString text = delta.value("content"_L1).toString();
    const QString thinking = delta.value("reasoning_content"_L1).toString();
    if (const QString finished = choice.value("finish_reason"_L1).toString(); !finished.isEmpty())
        m_figures.finished = finished;
    if (text.isEmpty() && thinking.isEmpty())
        return;
    if (!m_figures.firstMs)
        m_figures.firstMs = milliseconds(m_clock);
    if (!m_figures.isExact)
        ++m_figures.tokens;
    if (!thinking.isEmpty())
        Q_EMIT thought(thinking);
    if (!text.isEmpty() && m_reply)
        Q_EMIT said(text);
}

void ChatStream::end()
{
    read();
    if (!m_reply)
        return;
    m_figures.elapsedMs = milliseconds(m_clock);
    const Problem why = problem();
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT ended(why);
}

ChatStream::Problem ChatStream::problem()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && status != 200) {
        const QString said = messageIn(QJsonDocument::fromJson(m_pending).object()).left(2000);
        //: %1 is an HTTP status code such as 404
        return {status, said.isEmpty() ? tr("The gateway gave an unexpected answer (HTTP %1).").arg(status) : said};
    }
    if (!m_failure.isEmpty())
        return {0, m_failure};
    if (m_reply->error() != QNetworkReply::NoError)
        return {0, tr("The connection to the gateway broke off.")};
    return {};
}

} // namespace gatehouse::ui
