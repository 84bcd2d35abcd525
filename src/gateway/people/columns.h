// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/people/kind.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>
#include <string_view>

namespace gatehouse::people {

enum class Type { Text, Integer, Number, Boolean, Texts, List, Object, Time, Any };

/// A column of LiteLLM's tables: a member of a record under the same name.
struct Column {
    const char *name;
    Type type = Type::Text;
    const char *otherwise = "null"; ///< what it reads where nothing is set, as JSON
    bool isGiven = true;            ///< callers may set it; the rest is the gateway's own to say
};
std::span<const Column> columnsOf(Kind kind);

/// \a fields with every column of its kind, as LiteLLM's rows have them.
QJsonObject rowOf(Kind kind, const QJsonObject &fields);

/// FastAPI's complaints about members of \a request that are of the wrong type; empty = there is nothing to complain of. Members
/// that are null, or that no column knows, are let be.
QJsonArray complaints(Kind kind, const QJsonObject &request);
QJsonArray complaints(std::span<const Column> columns, const QJsonObject &request);
/// The columns of \a kind that \a request sets.
QJsonObject givenIn(Kind kind, const QJsonObject &request);

} // namespace gatehouse::people
