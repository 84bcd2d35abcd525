// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// A page of metrics, read by a test.
namespace gatehouse::observe::metrics {

inline constexpr const char *metadataOfBlue = R"({"team_name": "blue \"x\"", "deep": {"number": 7}})";

inline constexpr const char *metadataOfUnit = R"({"unit":"said","deep":{"number":7}})";
/// What a key's metadata say.
inline std::string labelsOf(const std::string &unit)
{
    return R"({"unit":")" + unit + R"("})";
}

/// A label as it stands on the page.
inline std::string is(const std::string &label, const std::string &value)
{
    return label + "=\"" + value + "\"";
}

/// The value of the line that begins with \a name and has all of \a labels; nothing = there is none, or more than one.
inline std::optional<double> valueIn(
    const std::string &page, const std::string &name, const std::vector<std::string> &labels = {})
{
    std::optional<double> value;
    for (const QByteArray &line : QByteArray::fromStdString(page).split('\n')) {
        const std::string text = line.toStdString();
        const bool isOne = text.starts_with(name + "{") || text.starts_with(name + " ");
        const bool hasAll = std::all_of(
            labels.begin(), labels.end(), [&](const std::string &label) { return text.find(label) != std::string::npos; });
        if (!isOne || !hasAll)
            continue;
        if (value)
            return std::nullopt;
        value = line.mid(line.lastIndexOf(' ') + 1).toDouble();
    }
    return value;
}

inline int linesOf(const std::string &page, const std::string &begin)
{
    int count = 0;
    for (const QByteArray &line : QByteArray::fromStdString(page).split('\n'))
        count += line.startsWith(QByteArray::fromStdString(begin)) ? 1 : 0;
    return count;
}

} // namespace gatehouse::observe::metrics
