// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/lookout.h"

namespace gatehouse::observe {

void Lookout::configure(std::shared_ptr<const Settings> settings)
{
    m_settings = std::move(settings);
}

void Lookout::onReceipt(const std::shared_ptr<const Receipt> &) { }

void Lookout::onSignal(const Signal &) { }

void Lookout::onTick(Clock::Wall) { }

} // namespace gatehouse::observe
