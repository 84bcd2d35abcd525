// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/rollups.h"

#include <QHash>
#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

/// By what the sums of a day are told apart, in the order of an answer.
enum Breakdown { Models, ModelGroups, Providers, Endpoints, Keys, Entities, breakdowns };
inline constexpr std::array<std::string_view, breakdowns> breakdownNames {
    "models", "model_groups", "providers", "endpoints", "api_keys", "entities"};

void add(Sums &to, const Sums &more);

/// Texts as numbers: SQL says the same few names tens of thousands of times.
class Names
{
public:
    using Number = std::uint32_t;
    static constexpr Number nobody = 0; ///< the empty text

    Names();
    Number of(const QString &text);
    const std::string &text(Number number) const { return m_texts[number]; }
    std::size_t size() const { return m_texts.size(); }
    /// The place of each in the order of the texts.
    std::vector<Number> places() const;

private:
    QHash<QString, Number> m_numbers;
    std::vector<std::string> m_texts;
};

/// The sums of some calls of one day, and the name that each breakdown knows them by.
struct DailyRow {
    std::array<Names::Number, breakdowns> names {};
    Sums sums {};
};

/// The sums of one day.
struct DailySums {
    Sums sums {};
    std::vector<DailyRow> rows = {};

    void add(const DailyRow &row);
    /// The rows that have a name in \a breakdown, in the order of these names, and of the keys among those with one name. \a
    /// places are those of the names.
    std::vector<const DailyRow *> inOrder(std::size_t breakdown, const std::vector<Names::Number> &places) const;
};

} // namespace gatehouse::store
