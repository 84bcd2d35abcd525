// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/observe/receipt_ring.h"
#include "gateway/observe/traffic/book.h"

#include <optional>
#include <string>

namespace gatehouse::admin {

/// What GET /traffic/{id} says of the exchange \a id. \a row is what the ring had of it when that was asked; \a book is asked on
/// the observer's thread, where everything is known that had ended by then. A call that ends in between is told of as one that
/// runs, until it is in the book: who hears that it has ended may count on its being kept. Fault::NotFound, or why what was kept
/// cannot be read.
Result<std::string> toldExchange(
    const observe::traffic::Book &book, const std::optional<observe::Row> &row, const std::string &id, bool hidesMessages);
Error noExchange(const std::string &id);

} // namespace gatehouse::admin
