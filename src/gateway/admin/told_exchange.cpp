// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/told_exchange.h"

#include "gateway/observe/traffic/doctor.h"
#include "gateway/observe/traffic/record.h"

namespace gatehouse::admin {

namespace {

using observe::traffic::Book;
using observe::traffic::Record;

std::string withDoctor(const Record &record, const Book &book)
{
    constexpr std::size_t mostEarlier = 20;
    std::vector<std::shared_ptr<const Record>> earlier;
    if (record.isCaptured)
        earlier = book.before(*record.receipt, mostEarlier);
    return openRecordJson(record) + ",\"prompt_cache\":" + observe::traffic::promptCacheJson(record, earlier) + "}";
}

} // namespace

Error noExchange(const std::string &id)
{
    return {Fault::NotFound, "no exchange '" + id + "' is running or remembered"};
}

Result<std::string> toldExchange(
    const Book &book, const std::optional<observe::Row> &row, const std::string &id, bool hidesMessages)
{
    if (row && row->running && !row->running->hasEnded())
        return withDoctor(recordOf(*row->running, hidesMessages), book);
    const auto receipt = row ? (row->running ? row->running->receipt() : row->receipt) : nullptr;
    if (const auto record = book.find(receipt ? std::to_string(receipt->id) : id))
        return withDoctor(*record, book);
    const auto kept = book.findOnDisk(receipt ? receipt->callId : id);
    if (kept)
        return openRecordJson(*kept) + "}";
    if (kept.error().fault != Fault::NotFound)
        return Failure {kept.error()};
    if (row && row->running) // it has ended this moment, and is handed over next
        return withDoctor(recordOf(*row->running, hidesMessages), book);
    if (receipt)
        return withDoctor({receipt}, book);
    return Failure {noExchange(id)};
}

} // namespace gatehouse::admin
