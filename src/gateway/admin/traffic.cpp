// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/traffic.h"

#include "gateway/admin/answers.h"
#include "gateway/observe/receipt_text.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::admin {

namespace {

std::uint64_t numberOr(const std::string &text, std::uint64_t otherwise)
{
    std::uint64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

void listTraffic(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::uint64_t after = numberOr(inbound.request.queryValue("after"), 0);
    const std::uint64_t limit =
        std::min<std::uint64_t>(numberOr(inbound.request.queryValue("limit"), 200), observe::ReceiptRing::capacity);
    const auto page = context.shared.ring.changedAfter(after, limit);
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const observe::Row &row : page.rows)
        json.raw(observe::rowJson(row));
    answerJson(inbound, json.endArray().key("next").number(static_cast<std::int64_t>(page.next)).endObject().take());
}

} // namespace gatehouse::admin
