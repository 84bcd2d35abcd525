// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/house_control.h"

#include <QFileInfo>
#include <QTimer>

namespace gatehouse::app {

using ui::GatewayState;

HouseControl::HouseControl(House &house, QObject *parent)
    : GatewayControl(parent)
    , m_house(house)
{
    connect(&m_house, &House::stopped, this, [this] {
        if (m_state == GatewayState::Stopping)
            enter(GatewayState::Stopped);
    });
}

void HouseControl::start()
{
    if (m_state != GatewayState::Stopped && m_state != GatewayState::Failed)
        return;
    enter(GatewayState::Starting);
    QTimer::singleShot(0, this, &HouseControl::begin); // so that the window shows "starting" before the file is read
}

void HouseControl::begin()
{
    if (m_state != GatewayState::Starting)
        return;
    if (const auto started = m_house.start(); !started)
        return enter(GatewayState::Failed, QString::fromStdString(started.error().message));
    enter(GatewayState::Running);
}

void HouseControl::stop()
{
    if (m_state == GatewayState::Starting)
        return enter(GatewayState::Stopped);
    if (m_state != GatewayState::Running)
        return;
    enter(GatewayState::Stopping);
    m_house.stop();
}

QUrl HouseControl::baseUrl() const
{
    return QUrl(QString::fromStdString(m_house.baseUrl()));
}

QByteArray HouseControl::adminKey() const
{
    return QByteArray::fromStdString(m_house.masterKey().reveal());
}

QString HouseControl::configFile() const
{
    const QString file = QString::fromStdString(m_house.configFile());
    return file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
}

void HouseControl::enter(GatewayState state, QString problem)
{
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT stateChanged();
}

} // namespace gatehouse::app
