// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <string>

/// What was said in a call, where it is kept: members "messages" and "response" of the journal's entry, a table of their own in
/// SQL.
namespace gatehouse::store {

class Database;
class EntryMembers;

/// The entry's text as it stands in spend_logs.
std::string withoutBodies(const EntryMembers &entry);
/// Writes what \a entry says of them, in the transaction that runs.
Result<> keepBodies(Database &database, const std::string &receiptId, const EntryMembers &entry);

} // namespace gatehouse::store
