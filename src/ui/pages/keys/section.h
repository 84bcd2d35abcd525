// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>

/// The sections of the page, each a row of a table: what is listed, how the gateway is asked for it and told of changes.
namespace gatehouse::ui {

/// A call that does something with records: its path, the member that names them, and whether that is a list of them.
struct AccountDoor {
    const char *path = nullptr; ///< null: cannot be done
    const char *member = nullptr;
    bool takesList = false;

    /// The body for these; a door that takes one is called for each.
    QJsonObject body(const QStringList &ids) const;
};

struct AccountSection {
    const char *key; ///< "keys": for openPage() and the saved layout
    QString (*title)();
    QString (*one)();               ///< "Key"
    QString (*add)();               ///< the button: "Issue key…"
    QString (*empty)();             ///< a sentence for nobody being there
    const char *spender = nullptr;  ///< as POST /spend/last_used has it; null: nobody spends
    const char *idKey;              ///< the member that tells records apart
    const char *list;               ///< GET, with `query`
    const char *query;              ///< "a=b&c=d"
    const char *rows = "";          ///< the member with the rows; empty: the answer itself is the list
    const char *pageSize = nullptr; ///< the parameter's name; null: all come at once
    const char *total = nullptr;    ///< the member with how many there are
    const char *only = nullptr;     ///< the parameter that asks for one record by its id; null: all come at once
    const char *create;             ///< POST
    const char *update;             ///< POST
    const char *updateId;           ///< the member of its body that says whom
    AccountDoor remove;
    AccountDoor block = {};
    AccountDoor unblock = {};
    const char *activity = nullptr;   ///< GET: what was spent day by day; null: nothing
    const char *activityId = nullptr; ///< the parameter that says whose
    std::span<const RecordColumn> (*columns)();
    bool isKeys = false; ///< made in clear once, rotated, and what they spent reset
};

std::span<const AccountSection> accountSections();
/// The section of that key; the first where there is none.
const AccountSection &accountSection(const QString &key);

} // namespace gatehouse::ui
