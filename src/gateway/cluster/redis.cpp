// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cluster/redis.h"

#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace gatehouse::cluster {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

Redis::Redis(RedisPlace place, Complain complain)
    : Redis(std::move(place), Patience(), std::move(complain))
{
}

Redis::Redis(RedisPlace place, Patience patience, Complain complain)
    : m_place(std::move(place))
    , m_patience(patience)
    , m_complain(std::move(complain))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimer(); });
}

Redis::~Redis()
{
    if (m_socket)
        m_socket->disconnect(); // no news of its end
}

void Redis::ask(const std::vector<std::string_view> &words, Heard heard)
{
    if (m_state == State::Apart && Clock().now() < m_restsUntil)
        return heard(Failure {Error {Fault::ServiceUnavailable, m_trouble}});
    if (m_state == State::Apart)
        connect();
    if (m_state == State::Apart) // it failed at once
        return heard(Failure {Error {Fault::ServiceUnavailable, m_trouble}});
    write(redisCommand(words), std::move(heard));
}

namespace {

bool trustOnly(QSslSocket &socket, const std::string &file)
{
    const auto trusted = QSslCertificate::fromPath(QString::fromStdString(file));
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates(trusted);
    socket.setSslConfiguration(configuration);
    return !trusted.isEmpty();
}

} // namespace

void Redis::connect()
{
    m_state = State::Connecting;
    m_reader = RedisReader();
    m_unsent.clear();
    m_socket = std::make_unique<QSslSocket>();
    QSslSocket *socket = m_socket.get();
    const auto whenReady = [this] { onConnected(); };
    QObject::connect(socket, &QSslSocket::readyRead, socket, [this] { onBytes(); });
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, [this] { fail(m_socket->errorString().toStdString()); });
    introduce();
    const QString host = QString::fromStdString(m_place.host);
    const auto port = static_cast<quint16>(m_place.port);
    if (!m_place.isSecure) {
        QObject::connect(socket, &QSslSocket::connected, socket, whenReady);
        return socket->connectToHost(host, port);
    }
    if (!m_place.verifiesPeer)
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!m_place.caFile.empty() && !trustOnly(*socket, m_place.caFile))
        return fail("no certificate can be read from " + m_place.caFile);
    QObject::connect(socket, &QSslSocket::encrypted, socket, whenReady);
    socket->connectToHostEncrypted(host, port);
}

// Goes ahead of everything else on the wire.
void Redis::introduce()
{
    const auto check = [this](const Result<RedisAnswer> &answer) { onIntroduced(answer); };
    if (const std::string &password = m_place.password.reveal(); !password.empty() && m_place.user.empty())
        write(redisCommand({"AUTH", password}), check);
    else if (!password.empty())
        write(redisCommand({"AUTH", m_place.user, password}), check);
    if (m_place.database != 0)
        write(redisCommand({"SELECT", std::to_string(m_place.database)}), check);
}

void Redis::onIntroduced(const Result<RedisAnswer> &answer)
{
    if (answer && answer->isRefusal())
        fail(answer->text);
}

void Redis::write(const std::string &command, Heard heard)
{
    m_waiting.push_back({std::move(heard), Clock().now() + m_patience.answer});
    if (!m_timer.isActive())
        m_timer.start(m_patience.answer);
    if (m_state == State::Ready)
        m_socket->write(command.data(), static_cast<qint64>(command.size()));
    else
        m_unsent += command;
}

void Redis::onConnected()
{
    m_state = State::Ready;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const std::string commands = std::exchange(m_unsent, {});
    m_socket->write(commands.data(), static_cast<qint64>(commands.size()));
}

void Redis::onBytes()
{
    const QByteArray bytes = m_socket->readAll();
    m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    while (auto answer = m_reader.next()) {
        if (m_waiting.empty()) // nobody had asked
            return fail("it says what it was not asked for");
        m_failures = 0;
        const Heard heard = std::move(m_waiting.front().heard);
        m_waiting.pop_front();
        heard(std::move(*answer));
        if (m_state != State::Ready) // what was heard has ended it
            return;
    }
    if (m_reader.isBroken())
        fail("it does not speak Redis's protocol");
}

// The clock is looked at when the oldest that waited may have waited too long, and not for every answer.
void Redis::onTimer()
{
    if (m_waiting.empty())
        return;
    const auto left = duration_cast<milliseconds>(m_waiting.front().until - Clock().now());
    if (left.count() <= 0)
        return fail("it does not answer");
    m_timer.start(left + milliseconds(1));
}

void Redis::fail(const std::string &why)
{
    if (m_state == State::Apart)
        return;
    constexpr milliseconds longestRest {30'000};
    constexpr int mostDoublings = 10;
    m_state = State::Apart;
    m_trouble = "Redis at " + m_place.name() + ": " + why;
    if (m_failures == 0 && m_complain)
        m_complain(m_trouble);
    m_restsUntil = Clock().now() + std::min(longestRest, m_patience.rest * (1 << std::min(m_failures++, mostDoublings)));
    m_socket->disconnect();
    m_socket->abort();
    m_socket.release()->deleteLater(); // this may have come from it
    for (const Waiting &each : std::exchange(m_waiting, {}))
        each.heard(Failure {Error {Fault::ServiceUnavailable, m_trouble}});
}

} // namespace gatehouse::cluster
