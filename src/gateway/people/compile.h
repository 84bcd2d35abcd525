// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/people/caller.h"
#include "gateway/people/ground.h"

#include <memory>
#include <string_view>

namespace gatehouse::people {

/// What the key of \a record amounts to.
std::shared_ptr<const Caller> compileKey(const Record &record, const Ground &ground, Clock::Wall now);
/// The same of the master key, which may do everything. \a token is what it is charged under.
std::shared_ptr<const Caller> compileMaster(std::string_view token, const Ground &ground);

/// Somebody without a key.
std::shared_ptr<const Caller> compileStranger(const Ground &ground);

} // namespace gatehouse::people
