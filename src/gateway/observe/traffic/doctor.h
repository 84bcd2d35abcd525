// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/record.h"

#include <memory>
#include <span>
#include <string>

namespace gatehouse::observe::traffic {

/// What the provider's prompt cache did in the call of \a record, and why it missed what it missed: held against that of
/// \a earlier (of the same conversation, the newest first) whose prompt begins most like it. A JSON object:
///   verdict       hit, partial, miss, first (nothing to compare with), unknown
///   read_tokens, written_tokens, missed_tokens, by what the provider reports
///   compared_with {id, call_id, age_s}, same_parts, same_bytes, change {…}
///   reasons, advice  in words
std::string promptCacheJson(const Record &record, std::span<const std::shared_ptr<const Record>> earlier);

} // namespace gatehouse::observe::traffic
