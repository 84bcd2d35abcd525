// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace gatehouse::ui {

struct JsonMember;

/// Where a value stands in a text of JSON, and where the members of an object do. Positions, no values.
struct JsonNode {
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last character
    bool isObject = false;
    std::vector<JsonMember> members;

    /// Of several with that name the last one, which is the one that counts.
    const JsonMember *member(QStringView name) const;
};

struct JsonMember {
    QString name;
    qsizetype nameAt = 0;
    JsonNode value;
};

/// Nothing when it is not JSON. Comments and trailing commas, as editors and their like allow them, are taken for blanks.
std::optional<JsonNode> jsonTree(const QString &text);
/// The first place from there on that is neither blank nor in a comment.
qsizetype skipJsonBlanks(QStringView text, qsizetype at);

} // namespace gatehouse::ui
