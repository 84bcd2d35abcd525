// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/spend_part.h"

/// Questions about single calls. Each answers with JSON in LiteLLM's shape, on the store's thread.
namespace gatehouse::store {

/// A list of rows. With \a filter's requestId, with what was said.
Result<std::string> spendRows(Database &database, const SpendFilter &filter, const SpendPage &page);
/// {"data": […], "total", "page", "page_size", "total_pages"}
Result<std::string> spendPage(Database &database, const SpendFilter &filter, const SpendPage &page);
/// What was spent on each day from \a firstDay to \a lastDay (since 1970 UTC): in all, by user, model and key. Of the filter only
/// the key, the user and the scope matter.
Result<std::string> spendDays(Database &database, const SpendFilter &filter, std::int64_t firstDay, std::int64_t lastDay);
/// {"messages", "response", "proxy_server_request"} of the newest call that is meant; empty ones where nothing is known.
Result<std::string> spendSaid(Database &database, const SpendFilter &filter);
/// Why a call cost what it did; Fault::NotFound where there is none.
Result<std::string> spendWhy(Database &database, const SpendFilter &filter);

} // namespace gatehouse::store
