// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/bodies.h"

#include "gateway/store/database.h"
#include "gateway/store/members.h"
#include "gateway/store/statement.h"

namespace gatehouse::store {

namespace {

bool isBody(std::string_view name)
{
    return name == nameOf(Member::Messages) || name == nameOf(Member::Response);
}

bool hasBodies(const EntryMembers &entry)
{
    return entry.has(Member::Messages) || entry.has(Member::Response);
}

std::string_view bodyIn(const EntryMembers &entry, Member member)
{
    return entry.has(member) ? entry.raw(member) : std::string_view("{}");
}

} // namespace

std::string withoutBodies(const EntryMembers &entry)
{
    const wire::JsonObject &all = entry.entry();
    if (!hasBodies(entry))
        return all.text();
    std::string text = "{";
    for (std::size_t i = 0; i < all.size(); ++i) {
        const wire::JsonObject::Member member = all.at(i);
        if (isBody(member.name))
            continue;
        text += text.size() > 1 ? ",\"" : "\"";
        text.append(member.name).append("\":").append(member.raw);
    }
    return text + "}";
}

Result<> keepBodies(Database &database, const std::string &receiptId, const EntryMembers &entry)
{
    if (!hasBodies(entry))
        return {};
    const auto statement = database.statement("INSERT INTO spend_bodies (receipt_id, messages, response) VALUES (?, ?, ?)");
    if (!statement)
        return Failure {statement.error()};
    (*statement)->text(receiptId).text(bodyIn(entry, Member::Messages)).text(bodyIn(entry, Member::Response));
    if (const auto done = (*statement)->run(); !done)
        return Failure {done.error()};
    return {};
}

} // namespace gatehouse::store
