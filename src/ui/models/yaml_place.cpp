// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/yaml_place.h"

#include "ui/models/yaml_lines.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = YamlPlace::Kind;

/// Follows what is open between { } and [ ] on one line, up to the cursor.
class Brackets
{
public:
    explicit Brackets(QStringList path)
        : m_path(std::move(path))
    {
    }

    void add(QStringView text, qsizetype begin)
    {
        for (qsizetype at = 0; at < text.size(); ++at)
            take(text, at, begin + at);
        m_text = text;
        m_offset = begin;
    }

    bool isOpen() const { return !m_open.isEmpty(); }

    YamlPlace place() const
    {
        YamlPlace place;
        place.path = m_path;
        place.isInline = true;
        const bool isMap = m_open.back() == u'{';
        place.kind = !isMap ? Kind::Item : m_hasKey ? Kind::Value : Kind::Key;
        qsizetype at = m_part - m_offset;
        while (at < m_text.size() && m_text.at(at).isSpace())
            ++at;
        place.begin = m_offset + at;
        place.word = m_text.mid(at).toString();
        return place;
    }

private:
    void take(QStringView text, qsizetype at, qsizetype column)
    {
        const QChar c = text.at(at);
        if (!m_quote.isNull()) {
            m_quote = c == m_quote ? QChar() : m_quote;
            return;
        }
        if (c == u'"' || c == u'\'')
            m_quote = c;
        else if (c == u'{' || c == u'[')
            open(c, column);
        else if ((c == u'}' || c == u']') && isOpen())
            close(column);
        else if (c == u',' && isOpen())
            endPart(column);
        else if (c == u':' && isOpen() && m_open.back() == u'{' && !m_hasKey
            && (at + 1 == text.size() || text.at(at + 1).isSpace()))
            beginValue(text.mid(0, at), column);
    }

    void open(QChar c, qsizetype column)
    {
        m_open.append(c);
        m_keys.append(m_hasKey);
        m_hasKey = false;
        if (c == u'[')
            m_path.append(u"[]"_s);
        m_part = column + 1;
    }

    void close(qsizetype column)
    {
        endPart(column);
        if (m_open.back() == u'[')
            m_path.removeLast();
        m_open.chop(1);
        m_hasKey = m_keys.takeLast();
    }

    void endPart(qsizetype column)
    {
        if (m_hasKey)
            m_path.removeLast();
        m_hasKey = false;
        m_part = column + 1;
    }

    void beginValue(QStringView before, qsizetype column)
    {
        m_path.append(before.mid(before.size() - (column - m_part)).toString().trimmed().remove(u'"').remove(u'\''));
        m_hasKey = true;
        m_part = column + 1;
    }

    QStringList m_path;
    QString m_open;
    QList<bool> m_keys; ///< of each open bracket: whether it is a key's value
    QChar m_quote;
    bool m_hasKey = false;
    qsizetype m_part = 0; ///< column where the key, value or item under way begins
    QStringView m_text;
    qsizetype m_offset = 0;
};

/// Keys of the map that the line is in, whose keys stand in `column`.
QStringList keysAround(const QStringList &lines, qsizetype line, qsizetype column)
{
    QStringList keys;
    for (const int way : {-1, 1}) {
        for (qsizetype at = line + way; at >= 0 && at < lines.size(); at += way) {
            const YamlLine other = yamlLine(lines.at(at));
            if (other.isEmpty || other.keyColumn > column)
                continue;
            const bool isSame = other.hasKey() && other.keyColumn == column;
            if (!isSame || (way > 0 && !other.dashes.isEmpty()))
                break;
            keys.append(other.key);
            if (!other.dashes.isEmpty())
                break; // the first key of the item
        }
    }
    return keys;
}

YamlPlace placeInValue(const YamlLine &before, QStringList path, const QString &written)
{
    Brackets brackets(path);
    const QString value = written.mid(before.valueColumn);
    brackets.add(value, before.valueColumn);
    if (brackets.isOpen())
        return brackets.place();
    YamlPlace place;
    place.kind = Kind::Value;
    place.path = std::move(path);
    place.begin = before.valueColumn;
    place.word = value;
    return place;
}

} // namespace

YamlPlace yamlPlaceAt(const QStringList &lines, qsizetype line, qsizetype column)
{
    const QString written = lines.value(line).left(column);
    if (yamlCommentBegin(written) < written.size())
        return {};
    YamlTrail trail;
    for (qsizetype at = 0; at < std::min(line, lines.size()); ++at)
        trail.add(yamlLine(lines.at(at)));
    const YamlLine before = yamlLine(written);
    if (trail.isInBlock(before))
        return {};
    QStringList path = yamlPath(trail.above(before));
    if (before.hasKey())
        return placeInValue(before, path << before.key, written);
    const bool isItem = !before.dashes.isEmpty();
    if (before.value.startsWith(u'{') || before.value.startsWith(u'['))
        return placeInValue(before, path, written);
    YamlPlace place;
    place.kind = isItem ? Kind::Item : Kind::Key;
    place.path = path;
    place.begin = before.keyColumn;
    place.word = written.mid(before.keyColumn);
    place.taken = isItem ? QStringList() : keysAround(lines, line, before.keyColumn);
    return place;
}

} // namespace gatehouse::ui
