// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/event_feed.h"

#include "ui/api/client.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds firstWait {500};
constexpr std::chrono::milliseconds longestWait {15'000};
constexpr qsizetype mostBytes = 1 << 20; ///< of one event: what answers there may not be a gateway

// Requests come by the feed of traffic; these are what no page asks for every second.
const auto usualKinds = u"breaker,budget,config_changed,record_changed,database,tick,stopping"_s;

} // namespace

EventFeed::EventFeed(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_kinds(usualKinds)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EventFeed::open);
    connect(&m_client, &Client::targetChanged, this, [this] {
        close();
        if (m_on)
            m_retry.start(0);
    });
}

EventFeed::~EventFeed()
{
    close();
}

void EventFeed::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_failures = 0;
    if (on)
        open();
    else
        close();
}

void EventFeed::open()
{
    close();
    if (!m_on)
        return;
    QUrlQuery query;
    query.addQueryItem(u"kinds"_s, m_kinds);
    m_reply = m_client.stream(u"/events"_s, query);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventFeed::read);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        close();
        if (m_on)
            m_retry.start(std::min(longestWait, firstWait * (1 << std::min(m_failures++, 6))));
    });
}

void EventFeed::close()
{
    m_retry.stop();
    m_connected = false;
    m_pending.clear();
    m_name.clear();
    m_data.clear();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void EventFeed::read()
{
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200) {
        m_reply->readAll(); // no stream; it ends by itself and is tried again
        return;
    }
    if (!m_connected) {
        m_connected = true;
        m_failures = 0;
        Q_EMIT reconnected();
    }
    if (!m_reply)
        return;
    const QByteArray text = std::exchange(m_pending, {}) + m_reply->readAll();
    qsizetype begin = 0;
    for (qsizetype end; (end = text.indexOf('\n', begin)) >= 0; begin = end + 1) {
        takeLine(text.mid(begin, end - begin));
        if (!m_reply)
            return; // whoever was told chose another gateway
    }
    m_pending = text.mid(begin);
    if (m_pending.size() > mostBytes || m_data.size() > mostBytes)
        m_reply->abort();
}

void EventFeed::takeLine(const QByteArray &line)
{
    const QByteArray whole = line.endsWith('\r') ? line.chopped(1) : line;
    if (whole.isEmpty())
        return takeEvent();
    if (whole.startsWith("event:"))
        m_name = whole.mid(6).trimmed();
    else if (whole.startsWith("data:"))
        m_data += whole.mid(5).trimmed();
}

void EventFeed::takeEvent()
{
    const QJsonObject data = QJsonDocument::fromJson(m_data).object();
    const QString name = QString::fromUtf8(m_name);
    m_name.clear();
    m_data.clear();
    if (!name.isEmpty())
        Q_EMIT happened(name, data);
}

} // namespace gatehouse::ui
