// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/bodies.h"

#include "gateway/store/database.h"
#include "gateway/store/record_text.h"

#include <QVariant>

namespace gatehouse::store {

namespace {

bool isBody(std::string_view name)
{
    return name == "messages" || name == "response";
}

bool hasBodies(const wire::JsonObject &entry)
{
    return entry.has("messages") || entry.has("response");
}

QString bodyIn(const wire::JsonObject &entry, std::string_view name)
{
    const std::string_view raw = entry.find(name);
    return sqlText(raw.empty() ? std::string_view("{}") : raw);
}

} // namespace

std::string withoutBodies(const wire::JsonObject &entry)
{
    if (!hasBodies(entry))
        return entry.text();
    std::string text = "{";
    for (std::size_t i = 0; i < entry.size(); ++i) {
        const wire::JsonObject::Member member = entry.at(i);
        if (isBody(member.name))
            continue;
        text += text.size() > 1 ? ",\"" : "\"";
        text.append(member.name).append("\":").append(member.raw);
    }
    return text + "}";
}

Result<> keepBodies(Database &database, const std::string &receiptId, const wire::JsonObject &entry)
{
    if (!hasBodies(entry))
        return {};
    const auto query =
        database.prepared(QStringLiteral("INSERT INTO spend_bodies (receipt_id, messages, response) VALUES (?, ?, ?)"));
    if (!query)
        return Failure {query.error()};
    (*query)->bindValue(0, QString::fromStdString(receiptId));
    (*query)->bindValue(1, bodyIn(entry, "messages"));
    (*query)->bindValue(2, bodyIn(entry, "response"));
    if (!(*query)->exec())
        return failure((*query)->lastError());
    return {};
}

} // namespace gatehouse::store
