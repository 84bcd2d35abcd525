// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/client.h"

#include "gateway/upstream/engine.h"
#include "gateway/upstream/transfer.h"

namespace gatehouse::upstream {

Attempt::~Attempt()
{
    if (m_transfer)
        m_transfer->cancel();
}

void Attempt::pause()
{
    if (m_transfer)
        m_transfer->pause();
}

void Attempt::resume()
{
    if (m_transfer)
        m_transfer->resume();
}

Client::Client(Settings settings, QObject *parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>(std::move(settings)))
{
}

Client::~Client() = default;

std::unique_ptr<Attempt> Client::send(Outgoing outgoing, AttemptListener *listener)
{
    return m_engine->send(std::move(outgoing), listener);
}

} // namespace gatehouse::upstream
