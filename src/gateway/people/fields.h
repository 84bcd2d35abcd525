// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/money.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The members of records, as management reads and writes them. Off the path of requests, so Qt's JSON will do.
namespace gatehouse::people {

/// An empty object for what is no object.
QJsonObject objectFrom(std::string_view json);
std::string jsonOf(const QJsonObject &object);
std::string jsonOf(const QJsonArray &array);

/// Empty for what is no text.
std::string textIn(const QJsonObject &object, const char *name);
/// The texts of a list; what is no text in it is left out.
std::vector<std::string> listIn(const QJsonObject &object, const char *name);
QJsonArray listOf(const std::vector<std::string> &texts);
QString qt(std::string_view text);

/// Nothing for what is no amount: see moneyFrom().
std::optional<Money> moneyIn(const QJsonObject &object, const char *name);
QJsonValue jsonOf(Money money);
/// Nothing for what is no whole number.
std::optional<std::int64_t> integerIn(const QJsonObject &object, const char *name);

/// "2026-01-31T12:00:00.000Z"
std::string isoTime(Clock::Wall time);
QJsonValue jsonOf(std::optional<Clock::Wall> time);
/// An ISO date and time, UTC where no zone is said.
std::optional<Clock::Wall> timeFrom(std::string_view iso);
std::optional<Clock::Wall> timeIn(const QJsonObject &object, const char *name);

} // namespace gatehouse::people
