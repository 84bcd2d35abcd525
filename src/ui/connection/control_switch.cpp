// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connection/control_switch.h"

#include <utility>

namespace gatehouse::ui {

ControlSwitch::ControlSwitch(GatewayControl &local, QObject *parent)
    : GatewayControl(parent)
    , m_local(local)
{
    connect(&m_local, &GatewayControl::stateChanged, this, [this] {
        if (!m_remote)
            Q_EMIT stateChanged();
    });
}

ControlSwitch::~ControlSwitch() = default;

void ControlSwitch::useLocal()
{
    if (!m_remote)
        return;
    // Whoever is told now may still be within a call of the old one.
    std::exchange(m_remote, nullptr).release()->deleteLater();
    Q_EMIT stateChanged();
}

void ControlSwitch::use(std::unique_ptr<GatewayControl> remote)
{
    if (m_remote)
        std::exchange(m_remote, nullptr).release()->deleteLater();
    m_remote = std::move(remote);
    const GatewayControl *mine = m_remote.get();
    connect(mine, &GatewayControl::stateChanged, this, [this, mine] {
        if (m_remote.get() == mine)
            Q_EMIT stateChanged();
    });
    Q_EMIT stateChanged();
    m_remote->start();
}

} // namespace gatehouse::ui
