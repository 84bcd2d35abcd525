// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <QSqlQuery>
#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::store {

/// A row of spend_logs while it is read: what has a column is there, all else in the receipt's entry, or has never been said.
class SpendRow
{
public:
    /// The columns to ask for, in the order that is read.
    static QString selected();

    /// \a query stands at a row of which selected() was asked for; it must stay there while this is used.
    explicit SpendRow(const QSqlQuery &query);

    std::string receiptId() const;
    std::string text(std::string_view name) const;
    std::int64_t number(std::string_view name) const;
    std::string json(std::string_view name, std::string_view otherwise) const; ///< of the entry
    std::string money(std::string_view name) const;                            ///< in dollars

private:
    const QSqlQuery &m_query;
    wire::JsonObject m_entry;
};

/// "2024-10-04T00:00:00.000Z"
std::string isoTime(std::int64_t micros);
/// "2024-10-04"
std::string isoDay(std::int64_t day);

/// What was said in a call, as it was kept: JSON.
struct KeptWords {
    std::string messages = "{}", response = "{}";
};

/// LiteLLM's row of a call.
void writeSpendRow(wire::JsonWriter &json, const SpendRow &row, const KeptWords &said = {});
/// Why a call cost what it cost: what was used, and each line of the bill with its price.
void writePrice(wire::JsonWriter &json, const SpendRow &row);

} // namespace gatehouse::store
