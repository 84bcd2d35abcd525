// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/body_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype longestText = 4000; ///< of one JSON string, or one line
constexpr int deepest = 60;             ///< of the indentation

QString leftOut(qsizetype characters)
{
    //: stands in place of a part of a long text
    return u"… "_s + QCoreApplication::translate("BodyText", "(%1 more characters)").arg(QLocale().toString(characters));
}

/// Walks over JSON without understanding it, so that half of one is as good as a whole.
class Indenter
{
public:
    Indenter(const QString &body, qsizetype most)
        : m_body(body)
        , m_most(most)
    {
    }

    BodyText run()
    {
        while (m_at < m_body.size() && m_made.text.size() < m_most)
            step(m_body[m_at]);
        if (m_at < m_body.size()) {
            m_made.isWhole = false;
            m_made.text += u'\n' + leftOut(m_body.size() - m_at);
        }
        return m_made;
    }

private:
    void step(QChar c)
    {
        if (c == u'"')
            return takeText();
        ++m_at;
        if (c.isSpace())
            return;
        if (c == u'{' || c == u'[')
            return open(c);
        if (c == u'}' || c == u']')
            return close(c);
        m_made.text += c;
        if (c == u',')
            newLine();
        else if (c == u':')
            m_made.text += u' ';
    }

    void open(QChar c)
    {
        m_made.text += c;
        while (m_at < m_body.size() && m_body[m_at].isSpace())
            ++m_at;
        if (m_at < m_body.size() && (m_body[m_at] == u'}' || m_body[m_at] == u']')) {
            m_made.text += m_body[m_at++]; // nothing in it
            return;
        }
        ++m_depth;
        newLine();
    }

    void close(QChar c)
    {
        m_depth = std::max(0, m_depth - 1);
        newLine();
        m_made.text += c;
    }

    void newLine() { m_made.text += u'\n' + QString(2 * std::min(m_depth, deepest), u' '); }

    void takeText()
    {
        qsizetype end = m_at + 1;
        while (end < m_body.size() && m_body[end] != u'"')
            end += m_body[end] == u'\\' ? 2 : 1;
        end = std::min(end, m_body.size());
        const qsizetype length = end - m_at - 1;
        m_made.text += QStringView(m_body).mid(m_at, 1 + std::min(length, longestText));
        if (length > longestText) {
            m_made.isWhole = false;
            m_made.text += leftOut(length - longestText);
        }
        if (end < m_body.size())
            m_made.text += u'"';
        m_at = std::min(end + 1, m_body.size());
    }

    const QString &m_body;
    const qsizetype m_most;
    qsizetype m_at = 0;
    int m_depth = 0;
    BodyText m_made;
};

BodyText byLines(const QString &body, qsizetype most)
{
    BodyText made;
    qsizetype at = 0;
    while (at < body.size() && made.text.size() < most) {
        qsizetype end = body.indexOf(u'\n', at);
        end = end < 0 ? body.size() : end;
        made.text += QStringView(body).mid(at, std::min(end - at, longestText));
        if (end - at > longestText) {
            made.isWhole = false;
            made.text += leftOut(end - at - longestText);
        }
        if (end < body.size())
            made.text += u'\n';
        at = end + 1;
    }
    if (at < body.size()) {
        made.isWhole = false;
        made.text += leftOut(body.size() - at);
    }
    return made;
}

} // namespace

BodyText readableBody(const QString &body, qsizetype most)
{
    const auto first = std::find_if(body.begin(), body.end(), [](QChar c) { return !c.isSpace(); });
    if (first != body.end() && (*first == u'{' || *first == u'['))
        return Indenter(body, most).run();
    return byLines(body, most);
}

} // namespace gatehouse::ui
