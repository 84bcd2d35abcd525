// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"
#include "ui/gateway_control.h"

namespace gatehouse::app {

/// The switch that window and tray see, over the house of this process. Main thread.
class HouseControl final : public ui::GatewayControl
{
    Q_OBJECT
public:
    explicit HouseControl(House &house, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    ui::GatewayState state() const override { return m_state; }
    QString problem() const override { return m_problem; }
    QUrl baseUrl() const override;
    QByteArray adminKey() const override;
    QString configFile() const override;
    int requestsInFlight() const override { return int(m_house.requestsInFlight()); }

private:
    void begin();
    void enter(ui::GatewayState state, QString problem = {});

    House &m_house;
    ui::GatewayState m_state = ui::GatewayState::Stopped;
    QString m_problem;
};

} // namespace gatehouse::app
