// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/gateway_control.h"

namespace gatehouse::ui::test {

/// A switch that does what the test says.
class FakeControl : public GatewayControl
{
    Q_OBJECT
public:
    using GatewayControl::GatewayControl;

    void start() override
    {
        ++starts;
        set(GatewayState::Starting);
    }
    void stop() override
    {
        ++stops;
        set(GatewayState::Stopping);
    }
    GatewayState state() const override { return m_state; }
    QString problem() const override { return trouble; }
    QUrl baseUrl() const override { return url; }
    QByteArray adminKey() const override { return key; }
    QString configFile() const override { return config; }
    int requestsInFlight() const override { return inFlight; }

    void set(GatewayState state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }

    QUrl url = QUrl(QStringLiteral("http://127.0.0.1:4000"));
    QByteArray key;
    QString config;
    QString trouble;
    int inFlight = 0;
    int starts = 0;
    int stops = 0;

private:
    GatewayState m_state = GatewayState::Stopped;
};

} // namespace gatehouse::ui::test
