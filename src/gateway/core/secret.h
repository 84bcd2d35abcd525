// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace gatehouse {

/// A credential. It has no operator<<, no conversion to text and no way into a log; reveal() is called only where the
/// credential leaves for its provider or is compared. Copies are wiped when they die.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string value)
        : m_value(std::move(value))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) = default;
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_value.empty(); }
    const std::string &reveal() const { return m_value; }
    /// "•••", or "•••wxyz" for keys long enough that four characters say nothing.
    std::string masked() const;
    /// Compares in a time that depends only on the lengths.
    bool equals(std::string_view other) const;

private:
    void wipe();
    std::string m_value;
};

} // namespace gatehouse
