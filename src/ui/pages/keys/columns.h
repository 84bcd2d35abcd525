// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <span>

/// The columns of the tables of keys, teams, users, customers and budgets. A column's name is the member of the API's row that it
/// can be sorted by there, where there is one.
namespace gatehouse::ui {

std::span<const RecordColumn> keyColumns();
std::span<const RecordColumn> teamColumns();
std::span<const RecordColumn> userColumns();
std::span<const RecordColumn> customerColumns();
std::span<const RecordColumn> budgetColumns();

/// Whether the gateway can sort by that column; what it cannot is sorted among the rows that are there.
bool isServersColumn(const char *name);
/// The word for a user's role: "proxy_admin" is "Administrator". The role itself where it is unknown.
QString roleWord(const QString &role);
/// The word for a budget's period: "1d" is "Daily". The period itself where there is no word.
QString periodWord(const QString &duration);

} // namespace gatehouse::ui
