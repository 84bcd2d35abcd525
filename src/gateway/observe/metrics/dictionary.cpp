// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/dictionary.h"

#include <QByteArrayView>
#include <QString>

namespace gatehouse::observe::metrics {

namespace {

constexpr std::size_t longest = 256; // bytes of a value

} // namespace

Dictionary::Dictionary(std::size_t most)
    : m_most(most)
{
    for (const char *usual : {"None", "other"}) {
        m_shown.emplace_back(usual);
        m_idsOfShown.emplace(m_shown.back(), static_cast<ValueId>(m_shown.size() - 1));
    }
}

ValueId Dictionary::idOf(std::string_view text, bool mayAdd)
{
    if (text.empty())
        return noValue;
    text = text.substr(0, longest);
    if (text == m_lastText)
        return m_lastId;
    const auto found = m_ids.find(text);
    if (found == m_ids.end())
        return mayAdd && m_ids.size() < m_most ? add(text) : otherValue;
    m_lastText = found->first;
    m_lastId = found->second;
    return m_lastId;
}

ValueId Dictionary::add(std::string_view text)
{
    std::string shown = escaped(text);
    auto same = m_idsOfShown.find(shown);
    if (same == m_idsOfShown.end()) {
        m_shown.push_back(std::move(shown));
        same = m_idsOfShown.emplace(m_shown.back(), static_cast<ValueId>(m_shown.size() - 1)).first;
    }
    m_texts.emplace_back(text);
    m_ids.emplace(m_texts.back(), same->second);
    return same->second;
}

std::string escaped(std::string_view text)
{
    // By way of Qt, which puts U+FFFD for what is no UTF-8: one such byte would make Prometheus refuse the whole page.
    const QByteArray clean = QString::fromUtf8(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))).toUtf8();
    std::string shown;
    shown.reserve(static_cast<std::size_t>(clean.size()));
    for (const char c : clean) {
        if (c == '\\' || c == '"')
            shown += '\\';
        if (c == '\n')
            shown += "\\n";
        else
            shown += c;
    }
    return shown;
}

} // namespace gatehouse::observe::metrics
