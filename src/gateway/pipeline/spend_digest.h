// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/people/directory.h"
#include "gateway/store/keeper.h"

namespace gatehouse::pipeline {

/// Who has spent most from \a begin until before \a end, midnights in UTC, as observe::alerts::AskSpend has it. \a directory
/// knows people's names and must outlive the question.
store::Keeper::Question spendDigest(Clock::Wall begin, Clock::Wall end, const people::Directory &directory);

} // namespace gatehouse::pipeline
