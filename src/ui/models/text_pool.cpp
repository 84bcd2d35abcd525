// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text_pool.h"

namespace gatehouse::ui {

TextPool::TextPool()
    : m_entries(1)
{
}

TextPool::Number TextPool::take(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (const auto known = m_numbers.constFind(text); known != m_numbers.cend()) {
        ++m_entries[*known].users;
        return *known;
    }
    Number number = Number(m_entries.size());
    if (m_free.empty()) {
        m_entries.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    m_entries[number] = {text, 1};
    m_numbers.insert(text, number);
    m_characters += text.size();
    return number;
}

void TextPool::release(Number number)
{
    if (number == 0 || --m_entries[number].users > 0)
        return;
    m_characters -= m_entries[number].text.size();
    m_numbers.remove(m_entries[number].text);
    m_entries[number].text.clear();
    m_free.push_back(number);
}

qsizetype TextPool::bytes() const
{
    constexpr qsizetype place = 96; // of an entry: itself, its place in the table, and the head of its characters
    return m_characters * qsizetype(sizeof(QChar)) + qsizetype(m_numbers.size()) * place;
}

} // namespace gatehouse::ui
