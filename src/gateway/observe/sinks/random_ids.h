// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRandomGenerator>

#include <string>

namespace gatehouse::observe::sinks {

/// Ids that nobody else has, as UUIDs of version 4. Asks the system for chance once, and not for each.
class RandomIds
{
public:
    /// "0b7e4c2a-1111-4222-8333-444455556666"
    std::string next();

private:
    QRandomGenerator m_random = QRandomGenerator::securelySeeded();
};

} // namespace gatehouse::observe::sinks
