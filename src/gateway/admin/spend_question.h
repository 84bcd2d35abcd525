// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/store/spend_logs.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a request asks of the books, read from its query.
namespace gatehouse::admin {

/// The first and the last day, both included, since 1970-01-01 UTC.
struct Days {
    std::int64_t first = 0, last = 0;
};

/// What the caller may be shown.
store::SpendScope scopeOf(const Identity &identity);
/// A key's hash, of the key itself ("sk-…") or of its hash.
std::string keyHash(std::string_view key);
/// A whole number of the query, 1 or more; \a otherwise where it is none, \a most where it is above.
std::int64_t numberOf(const wire::Request &request, std::string_view name, std::int64_t otherwise, std::int64_t most);
/// Of "a,b" and of repeated parameters: every one.
std::vector<std::string> listOf(const wire::Request &request, std::string_view name);

/// The day of "2024-01-31", or of a time on it; nothing for what is none.
std::optional<std::int64_t> dayOf(const std::string &text);
/// Days of start_date and end_date; nothing where one is missing. Fault::InvalidRequest for what is no day, and for more than ten
/// years.
Result<std::optional<Days>> daysOf(const wire::Request &request);
/// The days up to today, of the last \a count.
Days lastDays(const pipeline::Context &context, int count);
/// Which calls are meant: LiteLLM's filters, and the scope of who asks. start_date and end_date may be days or times.
Result<store::SpendFilter> filterOf(const pipeline::Inbound &inbound);
/// page, page_size (\a most at most; or limit), sort_by, sort_order.
store::SpendPage pageOf(const wire::Request &request, std::string_view sizeName, std::int64_t otherwise, std::int64_t most);

/// The error in OpenAI's shape.
void answerError(pipeline::Inbound &inbound, const Error &error);

} // namespace gatehouse::admin
