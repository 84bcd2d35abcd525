// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/audit/audit_section.h"

#include "ui/models/text.h"
#include "ui/pages/audit/audit_line.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Record = const QJsonObject &;

QString say(const char *text)
{
    return QCoreApplication::translate("Audit", text);
}

QDateTime whenOf(Record line)
{
    return QDateTime::fromString(line.value("updated_at"_L1).toString(), Qt::ISODateWithMs);
}

// Named as the API sorts by them.
constexpr std::array columns = {
    RecordColumn {.name = "updated_at",
        .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "When")); },
        .text = [](Record line) { return timeText(whenOf(line)); },
        .width = 12,
        .order = [](Record line) { return QVariant(whenOf(line)); },
        .tip = [](Record line) { return fullTimeText(whenOf(line)); }},
    RecordColumn {
        .name = "changed_by", .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "Who")); }, .text = auditAuthor, .width = 15},
    RecordColumn {.name = "action",
        .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "Action")); },
        .text = [](Record line) { return auditAction(line.value("action"_L1).toString()); },
        .width = 11},
    RecordColumn {.name = "table_name",
        .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "To what")); },
        .text = [](Record line) { return auditKind(line.value("table_name"_L1).toString()); },
        .width = 14},
    RecordColumn {.name = "object_id",
        .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "Name")); },
        .text = auditObject,
        .width = 22,
        .tip = [](Record line) { return line.value("object_id"_L1).toString(); }},
};

constexpr AccountSection section {
    .key = "audit",
    .title = [] { return say(QT_TRANSLATE_NOOP("Audit", "Changes")); },
    .one = [] { return say(QT_TRANSLATE_NOOP("Audit", "Change")); },
    .add = nullptr,
    .empty =
        [] {
            return say(QT_TRANSLATE_NOOP("Audit",
                "Nothing was changed yet. Whatever is administered leaves a line here: who did what to a key, a team or a "
                "model."));
        },
    .idKey = "id",
    .list = "/audit",
    .query = "",
    .rows = "audit_logs",
    .pageSize = "page_size",
    .total = "total",
    .create = nullptr,
    .update = nullptr,
    .updateId = nullptr,
    .remove = {},
    .columns = [] { return std::span<const RecordColumn>(columns); },
};

} // namespace

const AccountSection &auditSection()
{
    return section;
}

} // namespace gatehouse::ui
