// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

class QSqlDatabase;

namespace gatehouse::store {

/// A prepared statement for what is written with every call. Its values are given from left to right, all of them for each run.
class Statement
{
public:
    Statement() = default;
    virtual ~Statement() = default;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// UTF-8 without NULs, which must stay where it is until the statement has run.
    Statement &text(std::string_view value);
    Statement &number(std::int64_t value);
    /// How many rows it has changed.
    Result<std::int64_t> run();
    /// The numbers of the row that it answers with (RETURNING).
    Result<std::vector<std::int64_t>> ask();

private:
    virtual void bindText(int place, std::string_view value) = 0;
    virtual void bindNumber(int place, std::int64_t value) = 0;
    virtual Result<std::int64_t> change() = 0;
    virtual Result<std::vector<std::int64_t>> answer() = 0;

    int m_place = 0;
};

/// By way of Qt, which every driver understands.
Result<std::unique_ptr<Statement>> prepare(QSqlDatabase &database, std::string_view sql);

} // namespace gatehouse::store
