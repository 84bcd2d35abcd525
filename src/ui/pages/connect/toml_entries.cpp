// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/toml_entries.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    std::optional<std::vector<TomlEntry>> whole()
    {
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            skipBlanks();
            if (atLineEnd() || next() == u'#')
                skipLine();
            else if (!entry(begin))
                return std::nullopt;
        }
        return std::move(m_entries);
    }

private:
    bool has(QStringView signs) const { return m_text.sliced(m_at).startsWith(signs); }
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool atLineEnd() const { return m_at >= m_text.size() || next() == u'\n' || has(u"\r\n"); }
    void skipBlanks()
    {
        while (next() == u' ' || next() == u'\t')
            ++m_at;
    }
    void skipLine()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
    }
    /// Nothing but a remark may stand behind an entry.
    bool endLine()
    {
        skipBlanks();
        const bool isWell = atLineEnd() || next() == u'#';
        skipLine();
        return isWell;
    }

    bool entry(qsizetype begin)
    {
        TomlEntry entry;
        entry.at = begin;
        const bool isTable = next() == u'[';
        const bool isWell = isTable ? table(entry) : key(entry);
        if (!isWell || !endLine())
            return false;
        entry.lineEnd = m_at;
        m_entries.push_back(std::move(entry));
        return true;
    }

    bool table(TomlEntry &entry)
    {
        entry.kind = has(u"[[") ? TomlEntry::Kind::ListTable : TomlEntry::Kind::Table;
        const QStringView close = entry.kind == TomlEntry::Kind::ListTable ? u"]]" : u"]";
        m_at += close.size();
        if (!names(entry.path) || !has(close))
            return false;
        m_at += close.size();
        m_table = entry.path;
        return true;
    }

    bool key(TomlEntry &entry)
    {
        entry.path = m_table;
        if (!names(entry.path) || next() != u'=')
            return false;
        ++m_at;
        skipBlanks();
        entry.valueAt = m_at;
        const bool isWell = value();
        entry.valueEnd = m_at;
        return isWell;
    }

    /// Names with points between them, and the blanks around.
    bool names(QStringList &path)
    {
        do {
            if (next() == u'.')
                ++m_at;
            skipBlanks();
            const qsizetype begin = m_at;
            if (next() == u'"' || next() == u'\'') {
                if (!string())
                    return false;
                path.append(m_text.sliced(begin + 1, m_at - begin - 2).toString());
            } else {
                while (next().isLetterOrNumber() || next() == u'_' || next() == u'-')
                    ++m_at;
                path.append(m_text.sliced(begin, m_at - begin).toString());
            }
            if (m_at == begin)
                return false;
            skipBlanks();
        } while (next() == u'.');
        return true;
    }

    bool string()
    {
        const QChar quote = next();
        const QString three(3, quote);
        const bool isLong = has(three);
        const QString close = isLong ? three : QString(quote);
        m_at += close.size();
        while (m_at < m_text.size() && !has(close)) {
            if (!isLong && next() == u'\n')
                return false;
            m_at += quote == u'"' && next() == u'\\' ? 2 : 1;
        }
        if (m_at >= m_text.size())
            return false;
        m_at += close.size();
        while (isLong && next() == quote) // up to two more may be its last characters
            ++m_at;
        return true;
    }

    /// To its end: lists and tables in braces may go over several lines.
    bool value()
    {
        int depth = 0;
        const qsizetype begin = m_at;
        qsizetype end = m_at;
        while (m_at < m_text.size() && (depth > 0 || !(atLineEnd() || next() == u'#'))) {
            const QChar sign = next();
            if (sign == u'"' || sign == u'\'') {
                if (!string())
                    return false;
                end = m_at;
                continue;
            }
            if (sign == u'#') {
                skipLine();
                continue;
            }
            depth += sign == u'[' || sign == u'{' ? 1 : sign == u']' || sign == u'}' ? -1 : 0;
            ++m_at;
            end = sign.isSpace() ? end : m_at;
        }
        m_at = end;
        return depth == 0 && end > begin;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QStringList m_table;
    std::vector<TomlEntry> m_entries;
};

} // namespace

std::optional<std::vector<TomlEntry>> tomlEntries(const QString &text)
{
    return Reader(text).whole();
}

} // namespace gatehouse::ui
