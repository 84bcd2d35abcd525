// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/json_tree.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int deepest = 200;

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    std::optional<JsonNode> whole()
    {
        JsonNode node;
        skip();
        if (!value(node, 0))
            return std::nullopt;
        skip();
        return m_at == m_text.size() ? std::optional(std::move(node)) : std::nullopt;
    }

private:
    void skip() { m_at = skipJsonBlanks(m_text, m_at); }
    bool take(char16_t sign)
    {
        if (m_at >= m_text.size() || m_text[m_at] != sign)
            return false;
        ++m_at;
        return true;
    }
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    bool value(JsonNode &node, int depth)
    {
        if (depth > deepest)
            return false;
        node.begin = m_at;
        node.isObject = next() == u'{';
        const bool isWell = node.isObject ? object(node, depth) : next() == u'[' ? array(depth) : scalar();
        node.end = m_at;
        return isWell;
    }

    bool object(JsonNode &node, int depth)
    {
        ++m_at;
        for (skip(); !take(u'}'); skip()) {
            JsonMember member;
            member.nameAt = m_at;
            if (!string(&member.name))
                return false;
            skip();
            if (!take(u':'))
                return false;
            skip();
            if (!value(member.value, depth + 1))
                return false;
            node.members.push_back(std::move(member));
            skip();
            if (!take(u',') && next() != u'}')
                return false;
        }
        return true;
    }

    bool array(int depth)
    {
        ++m_at;
        for (skip(); !take(u']'); skip()) {
            JsonNode item;
            if (!value(item, depth + 1))
                return false;
            skip();
            if (!take(u',') && next() != u']')
                return false;
        }
        return true;
    }

    bool string(QString *said)
    {
        const qsizetype begin = m_at;
        if (!take(u'"'))
            return false;
        while (m_at < m_text.size() && m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        return take(u'"') && isLiteral(m_text.sliced(begin, m_at - begin), said);
    }

    bool scalar()
    {
        if (next() == u'"')
            return string(nullptr);
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || u"+-."_s.contains(m_text[m_at])))
            ++m_at;
        return m_at > begin && isLiteral(m_text.sliced(begin, m_at - begin), nullptr);
    }

    static bool isLiteral(QStringView literal, QString *said)
    {
        const QJsonDocument list = QJsonDocument::fromJson('[' + literal.toUtf8() + ']');
        if (said)
            *said = list.array().at(0).toString();
        return list.array().size() == 1;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

const JsonMember *JsonNode::member(QStringView name) const
{
    const JsonMember *found = nullptr;
    for (const JsonMember &each : members) {
        if (each.name == name)
            found = &each;
    }
    return found;
}

std::optional<JsonNode> jsonTree(const QString &text)
{
    return Reader(text).whole();
}

qsizetype skipJsonBlanks(QStringView text, qsizetype at)
{
    while (at < text.size()) {
        const QStringView rest = text.sliced(at);
        qsizetype end = -1;
        if (rest.front() == u' ' || rest.front() == u'\t' || rest.front() == u'\n' || rest.front() == u'\r')
            end = 1;
        else if (rest.startsWith("//"_L1))
            end = rest.indexOf(u'\n') < 0 ? rest.size() : rest.indexOf(u'\n') + 1;
        else if (rest.startsWith("/*"_L1))
            end = rest.indexOf("*/"_L1, 2) < 0 ? -1 : rest.indexOf("*/"_L1, 2) + 2;
        if (end < 0)
            break;
        at += end;
    }
    return at;
}

} // namespace gatehouse::ui
