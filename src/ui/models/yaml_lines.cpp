// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/yaml_lines.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isDash(const QString &text, qsizetype at)
{
    return at < text.size() && text.at(at) == u'-' && (at + 1 == text.size() || isSpace(text.at(at + 1)));
}

qsizetype pastSpaces(const QString &text, qsizetype at)
{
    while (at < text.size() && isSpace(text.at(at)))
        ++at;
    return at;
}

/// Behind the quoted text that begins at `at`; the end of the text when it is not closed.
qsizetype pastQuotes(QStringView text, qsizetype at)
{
    const QChar quote = text.at(at);
    for (++at; at < text.size(); ++at) {
        if (quote == u'"' && text.at(at) == u'\\')
            ++at;
        else if (text.at(at) == quote)
            return at + 1;
    }
    return text.size();
}

/// Where the colon behind a key stands; -1 when what begins at `at` is no key.
qsizetype colonAfter(QStringView text, qsizetype at)
{
    if (at < text.size() && (text.at(at) == u'{' || text.at(at) == u'['))
        return -1;
    if (at < text.size() && (text.at(at) == u'"' || text.at(at) == u'\''))
        at = pastQuotes(text, at);
    for (; at < text.size(); ++at) {
        if (text.at(at) == u':' && (at + 1 == text.size() || isSpace(text.at(at + 1))))
            return at;
    }
    return -1;
}

QString unquoted(QString text)
{
    const bool isQuoted = text.size() > 1 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front();
    return isQuoted ? text.mid(1, text.size() - 2) : text;
}

/// "a.b[2].c" and "a.b.2.c" as parts; numbers stand for items.
QStringList partsOf(QString path)
{
    path.replace(u'[', u'.').remove(u']');
    return path.split(u'.', Qt::SkipEmptyParts);
}

bool leadsTo(const QList<YamlStep> &steps, const QStringList &parts)
{
    if (steps.size() != parts.size())
        return false;
    for (qsizetype at = 0; at < steps.size(); ++at) {
        const YamlStep &step = steps.at(at);
        if ((step.key.isEmpty() ? QString::number(step.index) : step.key) != parts.at(at))
            return false;
    }
    return true;
}

} // namespace

qsizetype yamlCommentBegin(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || isSpace(text.at(at - 1)) || QStringView(u"[{,:").contains(text.at(at - 1));
        if (text.at(at) == u'#' && (at == 0 || isSpace(text.at(at - 1))))
            return at;
        if (begins && (text.at(at) == u'"' || text.at(at) == u'\''))
            at = pastQuotes(text, at) - 1;
    }
    return text.size();
}

bool isYamlBlockSign(QStringView value)
{
    static const QRegularExpression sign(u"^(?:[&!]\\S+\\s+)*[|>][-+0-9]*$"_s);
    return !value.isEmpty() && sign.match(value.toString()).hasMatch();
}

YamlLine yamlLine(const QString &text)
{
    YamlLine line;
    const QString said = text.left(yamlCommentBegin(text));
    qsizetype at = pastSpaces(said, 0);
    for (; isDash(said, at); at = pastSpaces(said, at + 1))
        line.dashes.append(at);
    line.keyColumn = at;
    line.isEmpty = at == said.size() && line.dashes.isEmpty();
    const qsizetype colon = colonAfter(said, at);
    if (colon > at) {
        line.key = unquoted(said.mid(at, colon - at).trimmed());
        at = pastSpaces(said, colon + 1);
    }
    line.valueColumn = at;
    line.value = said.mid(at).trimmed();
    line.beginsBlock = isYamlBlockSign(line.value);
    return line;
}

bool YamlTrail::add(const YamlLine &line)
{
    if (line.isEmpty)
        return false;
    if (isInBlock(line))
        return false;
    m_block.reset();
    for (const qsizetype dash : line.dashes)
        addDash(dash);
    if (line.hasKey())
        addKey(line);
    if (line.beginsBlock)
        m_block = line.hasKey() ? line.keyColumn : line.dashes.isEmpty() ? 0 : line.dashes.last();
    return true;
}

bool YamlTrail::isInBlock(const YamlLine &line) const
{
    return m_block && (line.dashes.isEmpty() ? line.keyColumn : line.dashes.first()) > *m_block;
}

void YamlTrail::addDash(qsizetype column)
{
    qsizetype index = 0;
    // A list may stand in the same column as its key.
    while (!m_steps.isEmpty()
        && (m_steps.last().column > column || (m_steps.last().column == column && m_steps.last().key.isEmpty()))) {
        const YamlStep left = m_steps.takeLast();
        if (left.key.isEmpty() && left.column == column)
            index = left.index + 1;
    }
    m_steps.append({.column = column, .key = {}, .index = index});
}

void YamlTrail::addKey(const YamlLine &line)
{
    while (!m_steps.isEmpty() && m_steps.last().column >= line.keyColumn)
        m_steps.removeLast();
    m_steps.append({.column = line.keyColumn, .key = line.key, .index = 0});
}

QList<YamlStep> YamlTrail::above(const YamlLine &line) const
{
    YamlTrail copy = *this;
    for (const qsizetype dash : line.dashes)
        copy.addDash(dash);
    while (!copy.m_steps.isEmpty() && copy.m_steps.last().column >= line.keyColumn)
        copy.m_steps.removeLast();
    return copy.m_steps;
}

QStringList yamlPath(const QList<YamlStep> &steps)
{
    QStringList parts;
    for (const YamlStep &step : steps)
        parts.append(step.key.isEmpty() ? u"[]"_s : step.key);
    return parts;
}

std::optional<qsizetype> yamlLineOf(const QStringList &lines, const QString &path)
{
    const QStringList parts = partsOf(path);
    YamlTrail trail;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const YamlLine line = yamlLine(lines.at(at));
        if (!trail.add(line))
            continue;
        // The first line of an item holds the item and its first key.
        QList<YamlStep> steps = trail.steps();
        for (qsizetype held = line.dashes.size() + (line.hasKey() ? 1 : 0); held > 0 && !steps.isEmpty(); --held) {
            if (leadsTo(steps, parts))
                return at;
            steps.removeLast();
        }
    }
    return std::nullopt;
}

} // namespace gatehouse::ui
