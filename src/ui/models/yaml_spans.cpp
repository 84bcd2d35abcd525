// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/yaml_spans.h"

#include "ui/models/yaml_lines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = YamlSpan::Kind;

/// What a value is made of, in the order of the groups. Alternatives are tried from the left, so a quoted text that is not
/// closed ends with the line and costs one pass.
const QRegularExpression &valueParts()
{
    static const QRegularExpression parts(
        uR"(("(?:[^"\\]|\\.)*"?|'[^']*'?)|)"
        uR"(((?:os\.environ|keychain|file)/[^\s,\]}]*)|)"
        uR"((?<=[{,])\s*([A-Za-z_][^\s:,{}\[\]]*)(?=:(?:\s|$))|)"
        uR"((?<![^\s,\[{:])(true|false|null|yes|no|on|off|~|[-+]?[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?=\s*(?:[,\]}]|$))|)"
        uR"((?<!\S)([&*!][^\s,\]}]+|[|>][-+0-9]*$))"_s);
    return parts;
}

constexpr Kind kindOfGroup[] = {Kind::Text, Kind::Reference, Kind::Key, Kind::Constant, Kind::Sign};

void addValue(QList<YamlSpan> &spans, const QString &value, qsizetype begin)
{
    auto each = valueParts().globalMatch(value);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        const int group = match.lastCapturedIndex();
        if (group < 1)
            continue;
        // A reference may stand in quotes.
        const bool isQuotedReference = group == 1 && valueParts().match(match.captured(1).mid(1)).capturedStart(2) == 0;
        spans.append({begin + match.capturedStart(group), match.capturedLength(group),
            isQuotedReference ? Kind::Reference : kindOfGroup[group - 1]});
    }
}

qsizetype beginOf(const YamlLine &line)
{
    return line.dashes.isEmpty() ? line.keyColumn : line.dashes.first();
}

} // namespace

QList<YamlSpan> yamlSpans(const QString &text, qsizetype &block)
{
    const YamlLine line = yamlLine(text);
    const qsizetype comment = yamlCommentBegin(text);
    const bool isBlank = text.trimmed().isEmpty();
    if (block >= 0 && (isBlank || (comment > 0 && beginOf(line) > block)))
        return {{0, text.size(), Kind::Text}};
    block = -1;
    QList<YamlSpan> spans;
    for (const qsizetype dash : line.dashes)
        spans.append({dash, 1, Kind::Sign});
    if (line.hasKey()) {
        const qsizetype colon = text.lastIndexOf(u':', line.valueColumn - 1);
        spans.append({line.keyColumn, colon - line.keyColumn, Kind::Key});
    }
    addValue(spans, text.mid(line.valueColumn, comment - line.valueColumn), line.valueColumn);
    if (comment < text.size())
        spans.append({comment, text.size() - comment, Kind::Comment});
    if (line.beginsBlock)
        block = line.hasKey() ? line.keyColumn : line.dashes.isEmpty() ? 0 : line.dashes.last();
    return spans;
}

} // namespace gatehouse::ui
