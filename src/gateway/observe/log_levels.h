// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/observe/log.h"

#include <string_view>

namespace gatehouse::observe {

/// "debug", "warn", "ERROR": in either case, as Python and syslog spell them too.
std::optional<Log::Level> levelFrom(std::string_view text);
std::optional<Log::Category> categoryFrom(std::string_view text);
/// Sets what \a text says: a level for everything, and levels of categories, separated by commas: "warning,store=debug". When it
/// cannot be read, nothing has changed, and the error says why.
Result<> setLevels(Log &log, std::string_view text);

} // namespace gatehouse::observe
