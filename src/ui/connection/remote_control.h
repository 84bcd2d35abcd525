// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/gateway_control.h"

namespace gatehouse::ui {

/// A gateway somewhere else: start() greets it with the key, stop() lets it go. It is not ours to switch on or off. Main thread.
class RemoteControl : public GatewayControl
{
    Q_OBJECT
public:
    RemoteControl(const QUrl &url, const QByteArray &adminKey, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    GatewayState state() const override { return m_state; }
    QString problem() const override { return m_problem; }
    QUrl baseUrl() const override { return m_url; }
    QByteArray adminKey() const override { return m_key; }
    QString configFile() const override { return {}; }
    bool isRemote() const override { return true; }

private:
    void enter(GatewayState state, const QString &problem = {});
    void take(const Answer &answer);

    QUrl m_url;
    QByteArray m_key;
    Client m_client;
    GatewayState m_state = GatewayState::Stopped;
    QString m_problem;
};

/// What people type for an address: "gateway.example:4000" means http, a path is kept, user names are not. Invalid: not one.
QUrl gatewayUrl(const QString &typed);

} // namespace gatehouse::ui
