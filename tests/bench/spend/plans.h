// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/database.h"

#include <string>
#include <vector>

namespace gatehouse::bench {

/// A statement that was run, with its values written in.
std::string statementOf(store::Database &database, QString sql, const std::vector<QVariant> &values);
/// How the database means to answer \a statement, a line for each step.
std::vector<std::string> planOf(store::Database &database, const std::string &statement);

} // namespace gatehouse::bench
