// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <utility>

class QNetworkReply;
class QNetworkRequest;

namespace gatehouse::ui {

/// What a call to the admin API brought.
struct Answer {
    enum class Kind {
        Ok,
        Unreachable, ///< no HTTP answer: refused, reset, timed out
        Denied,      ///< 401 or 403: the key is missing or wrong
        Unexpected,  ///< an answer, but not the one asked for
        Cancelled,   ///< the target changed, or the caller gave up
    };
    Kind kind = Kind::Cancelled;
    int status = 0; ///< 0 = no HTTP answer
    QJsonDocument json = {};
    QString problem = {}; ///< for people, one sentence; never holds the key

    bool isOk() const { return kind == Kind::Ok; }
};

/// The admin API of one gateway over HTTP. Every call is asynchronous and ends in exactly one Answer, unless the context
/// object dies first. Main thread; owned by Session.
class Client : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const Answer &)>;

    explicit Client(QObject *parent = nullptr);

    /// Calls under way to another target end as Cancelled.
    void setTarget(const QUrl &baseUrl, const QByteArray &adminKey);
    QUrl baseUrl() const { return m_baseUrl; }

    void get(const QString &path, const QUrlQuery &query, QObject *context, Handler handler);
    void get(const QString &path, QObject *context, Handler handler) { get(path, {}, context, std::move(handler)); }
    /// What is large, as it came, to be read on another thread: the Answer has no JSON when it is Ok.
    using RawHandler = std::function<void(const Answer &, const QByteArray &body)>;
    void getRaw(const QString &path, QObject *context, RawHandler handler);
    void post(const QString &path, const QJsonDocument &body, QObject *context, Handler handler);
    void post(const QString &path, const QJsonObject &body, QObject *context, Handler handler)
    {
        post(path, QJsonDocument(body), context, std::move(handler));
    }
    void put(const QString &path, const QJsonObject &body, QObject *context, Handler handler);
    void patch(const QString &path, const QJsonObject &body, QObject *context, Handler handler);
    void remove(const QString &path, QObject *context, Handler handler);

    /// An open stream of server-sent events; no time limit, and the caller deletes it.
    QNetworkReply *stream(const QString &path, const QUrlQuery &query);
    /// The same for a question that is posted; it ends with the target.
    QNetworkReply *ask(const QString &path, const QJsonObject &question);

Q_SIGNALS:
    void targetChanged();

private:
    QNetworkRequest request(const QString &path, const QUrlQuery &query) const;
    void send(const QByteArray &verb, const QString &path, const QJsonDocument &body, QObject *context, Handler handler);
    void follow(QNetworkReply *reply, QObject *context, Handler handler);
    void guard(QNetworkReply *reply, qint64 mostBytes);

    QNetworkAccessManager m_network;
    QUrl m_baseUrl;
    QByteArray m_adminKey;
};

} // namespace gatehouse::ui
