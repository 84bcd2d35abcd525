// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::guardrails {

/// A pattern that configurations name: pattern_type: prebuilt. A row of the table.
struct Prebuilt {
    std::string_view name;
    std::string_view expression;
    bool (*isTrue)(std::string_view match) = nullptr; ///< whether what looks like one is one: check digits; nullptr = always
};

/// The row of \a name, or nullptr.
const Prebuilt *findPrebuilt(std::string_view name);

/// Whether the digits of \a text end with the check digit that Luhn's formula gives (ISO/IEC 7812-1, annex B).
bool holdsLuhn(std::string_view text);
/// Whether \a text is an IBAN by its check digits (ISO 13616: modulo 97).
bool holdsIban(std::string_view text);

} // namespace gatehouse::guardrails
