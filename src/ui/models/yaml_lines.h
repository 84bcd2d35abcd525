// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace gatehouse::ui {

/// One line of a YAML file as people write configurations: dashes of list items, then a key, then its value. Columns count
/// from 0. Only what an editor needs to know where it is; whether the text is right is the gateway's to say.
struct YamlLine {
    QList<qsizetype> dashes;
    QString key;             ///< without quotes; empty: none
    qsizetype keyColumn = 0; ///< of the key, or of what stands there instead of one
    qsizetype valueColumn = 0;
    QString value;            ///< without the comment behind it
    bool isEmpty = true;      ///< nothing but spaces or a comment
    bool beginsBlock = false; ///< the value is a | or >: deeper lines are text

    bool hasKey() const { return !key.isEmpty(); }
};

YamlLine yamlLine(const QString &text);
/// Where a comment begins; the length of the text when there is none.
qsizetype yamlCommentBegin(QStringView text);
/// Whether a value begins a block of text: "|", ">-", "|2".
bool isYamlBlockSign(QStringView value);

/// One step down the tree.
struct YamlStep {
    qsizetype column = 0;
    QString key;         ///< empty: an item of a list
    qsizetype index = 0; ///< of the item
};

/// Follows a text from above: after each line it knows the steps that lead there.
class YamlTrail
{
public:
    /// @returns whether the line is part of the tree, and not a comment or a line of a block of text.
    bool add(const YamlLine &line);
    const QList<YamlStep> &steps() const { return m_steps; }
    /// The steps that lead to something that begins in this column, on the line after the last one.
    QList<YamlStep> above(const YamlLine &line) const;
    /// Whether it would be a line of a block of text.
    bool isInBlock(const YamlLine &line) const;

private:
    void addDash(qsizetype column);
    void addKey(const YamlLine &line);

    QList<YamlStep> m_steps;
    std::optional<qsizetype> m_block; ///< column of the key whose block of text goes on
};

/// In the words of the schema: "model_list", "[]", "litellm_params".
QStringList yamlPath(const QList<YamlStep> &steps);

/// The line, from 0, of "router_settings.num_retries" or "model_list[2].litellm_params.model"; nothing where it is not there.
std::optional<qsizetype> yamlLineOf(const QStringList &lines, const QString &path);

} // namespace gatehouse::ui
