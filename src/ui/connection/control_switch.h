// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/gateway_control.h"

#include <memory>

namespace gatehouse::ui {

/// The gateway that the window is on: the one of this program, or another one. To everybody else it is one GatewayControl whose
/// values change. The one of this program runs on while the window looks at another. Main thread.
class ControlSwitch : public GatewayControl
{
    Q_OBJECT
public:
    /// @param local of this program; outlives this.
    explicit ControlSwitch(GatewayControl &local, QObject *parent = nullptr);
    ~ControlSwitch() override;

    GatewayControl &local() const { return m_local; }
    void useLocal();
    /// Turns to it and greets it.
    void use(std::unique_ptr<GatewayControl> remote);

    void start() override { current().start(); }
    void stop() override { current().stop(); }
    GatewayState state() const override { return current().state(); }
    QString problem() const override { return current().problem(); }
    QUrl baseUrl() const override { return current().baseUrl(); }
    QByteArray adminKey() const override { return current().adminKey(); }
    QString configFile() const override { return current().configFile(); }
    bool isRemote() const override { return m_remote != nullptr; }
    int requestsInFlight() const override { return current().requestsInFlight(); }

private:
    GatewayControl &current() const { return m_remote ? *m_remote : m_local; }

    GatewayControl &m_local;
    std::unique_ptr<GatewayControl> m_remote;
};

} // namespace gatehouse::ui
