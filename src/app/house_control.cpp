// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/house_control.h"

#include "gateway/config/keychain.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace gatehouse::app {

using ui::GatewayState;

HouseControl::HouseControl(const Options &options, config::KeychainReader keychain)
{
    m_thread.setObjectName(QStringLiteral("house"));
    m_inbox.moveToThread(&m_thread);
    m_thread.start();
    if (!keychain)
        keychain = [this, patience = options.keychainTime](const std::string &name) { return askKeychain(name, patience); };
    QMetaObject::invokeMethod(
        &m_inbox, [&] { settleIn(options, std::move(keychain)); }, Qt::BlockingQueuedConnection);
}

HouseControl::~HouseControl()
{
    end(std::chrono::milliseconds(0));
}

void HouseControl::settleIn(const Options &options, config::KeychainReader keychain)
{
    m_house = std::make_unique<House>(options, std::move(keychain));
    m_facts = factsOf(*m_house);
    connect(m_house.get(), &House::changed, m_house.get(), [this] { tellFacts(); });
    connect(m_house.get(), &House::stopped, this, &HouseControl::onStopped, Qt::QueuedConnection);
}

HouseControl::Facts HouseControl::factsOf(const House &house)
{
    const QString file = QString::fromStdString(house.configFile());
    return {QUrl(QString::fromStdString(house.baseUrl())), QByteArray::fromStdString(house.masterKey().reveal()),
        file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath()};
}

void HouseControl::tellFacts()
{
    QMetaObject::invokeMethod(
        this, [this, facts = factsOf(*m_house)] { learn(facts); }, Qt::QueuedConnection);
}

void HouseControl::learn(const Facts &facts)
{
    if (std::exchange(m_facts, facts) != facts)
        Q_EMIT stateChanged();
}

// QtKeychain queues its jobs without a lock, for one thread, and the window's are asked on the main one.
Result<Secret, config::KeychainFault> HouseControl::askKeychain(const std::string &name, std::chrono::milliseconds patience)
{
    Result<Secret, config::KeychainFault> key = Failure {config::KeychainFault {config::KeychainFault::Kind::Silent, {}}};
    const auto ask = [&] {
        if (!m_isEnding)
            key = config::Keychain(patience, config::Keychain::Input::Comes).read(name);
    };
    QMetaObject::invokeMethod(this, ask, Qt::BlockingQueuedConnection);
    return key;
}

void HouseControl::post(std::function<void(House &)> task)
{
    QMetaObject::invokeMethod(
        &m_inbox,
        [this, task = std::move(task)] {
            if (m_house) // it may have left
                task(*m_house);
        },
        Qt::QueuedConnection);
}

void HouseControl::start()
{
    if (m_state != GatewayState::Stopped && m_state != GatewayState::Failed)
        return;
    enter(GatewayState::Starting);
    post([this](House &house) {
        const auto started = house.start();
        const QString problem = started ? QString() : QString::fromStdString(started.error().message);
        tellFacts();
        QMetaObject::invokeMethod(
            this, [this, problem] { onStarted(problem); }, Qt::QueuedConnection);
    });
}

void HouseControl::onStarted(const QString &problem)
{
    if (m_state == GatewayState::Starting)
        enter(problem.isEmpty() ? GatewayState::Running : GatewayState::Failed, problem);
    else if (!problem.isEmpty())
        enter(GatewayState::Stopped); // it was to be stopped anyway
}

void HouseControl::stop()
{
    if (m_state != GatewayState::Starting && m_state != GatewayState::Running)
        return;
    enter(GatewayState::Stopping);
    post([](House &house) { house.stop(); });
}

void HouseControl::onStopped()
{
    if (m_state == GatewayState::Stopping)
        enter(GatewayState::Stopped);
}

void HouseControl::reload()
{
    post([](House &house) { house.reload(); });
}

int HouseControl::requestsInFlight() const
{
    return m_isEnding ? 0 : int(m_house->requestsInFlight()); // a count behind a lock, for any thread
}

// The house may be waiting for the main thread just now, so this one must not wait for it without handling its events.
void HouseControl::end(std::chrono::milliseconds patience)
{
    if (std::exchange(m_isEnding, true))
        return;
    post([this, patience](House &house) {
        const auto leave = [this] {
            m_house.reset();
            m_thread.quit();
        };
        if (!house.isRunning())
            return leave();
        connect(&house, &House::stopped, &m_inbox, leave, Qt::QueuedConnection);
        QTimer::singleShot(patience, &house, &House::hurry);
        house.stop();
    });
    QEventLoop loop;
    connect(&m_thread, &QThread::finished, &loop, &QEventLoop::quit);
    if (!m_thread.isFinished())
        loop.exec();
    m_thread.wait();
}

void HouseControl::enter(GatewayState state, QString problem)
{
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT stateChanged();
}

} // namespace gatehouse::app
