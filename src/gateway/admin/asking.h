// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"
#include "gateway/people/columns.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>
#include <string>
#include <vector>

/// What the requests of management say, read with care: whatever is refused is refused before anything is drafted.
namespace gatehouse::admin {

/// 422 unless the members of \a body that \a columns know are of their types.
Result<> checkMembers(std::span<const people::Column> columns, const QJsonObject &body);
/// 400 where a limit or a budget in \a fields is none: negative, or too large to be counted.
Result<> checkLimits(const QJsonObject &fields);
/// 422 unless \a id can be the id of a record: short enough for an index of SQL, without control characters, not empty.
Result<> checkId(const char *name, const std::string &id);
/// The same for the members of \a body that name somebody and are set.
Result<> checkIds(std::initializer_list<const char *> names, const QJsonObject &body);
/// 400 unless the member, where it is set, is a duration such as "30d" or "monthly".
Result<> checkDuration(const QJsonObject &body, const char *name);
/// The text of a member that has to be there; 422 where it is not.
Result<std::string> requiredText(const QJsonObject &body, const char *name);
/// The texts of a list that has to be there, as LiteLLM refuses an empty one: 400 with \a otherwise.
Result<std::vector<std::string>> requiredTexts(const QJsonObject &body, const char *name, const char *otherwise);

/// What \a from sets is set in \a fields.
void lay(const QJsonObject &from, QJsonObject &fields);
/// Members that LiteLLM keeps in the metadata go there; those that are null, or not there, stay what they are.
void moveIntoMetadata(std::span<const char *const> names, const QJsonObject &body, QJsonObject &fields);
/// Sets the account's spend as \a body says it, if it does.
void setSpend(people::Kind kind, const std::string &id, const QJsonObject &body, people::Draft &draft);

/// One page of a list.
struct Page {
    int number = 1, size = 10;
    bool isDescending = true;
    std::string sortBy = {};
};
/// The numbers in the query; 422 where they are none or out of bounds.
Result<Page> pageOf(const Asked &asked, const char *sizeName, int usualSize, int mostAtOnce);
/// Orders \a rows by the page's column (created_at where there is none), and gives the page's share of them.
QJsonArray shareOf(std::vector<QJsonObject> rows, const Page &page);
int pagesOf(std::size_t rows, const Page &page);
/// {\a name: the page's share of \a rows, "total", "page", "page_size", "total_pages"}
QJsonObject pageAnswer(const char *name, std::vector<QJsonObject> rows, const Page &page);
/// Whether a query's boolean is on: "true", "True", "1".
bool isOn(const Asked &asked, std::string_view name);
/// The texts of a query's list, which are separated by commas.
std::vector<std::string> listIn(const std::string &commaSeparated);

} // namespace gatehouse::admin
