// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace gatehouse::ui {

/// Texts that come again and again, each kept once for as long as somebody uses it. A number stands for a text; 0 for the
/// empty one. Numbers of texts that nobody uses any more are given to others.
class TextPool
{
public:
    using Number = quint32;

    TextPool();

    /// One more user of \a text.
    Number take(const QString &text);
    /// One user less.
    void release(Number number);
    const QString &at(Number number) const { return m_entries[number].text; }
    /// Every number is below this.
    std::size_t size() const { return m_entries.size(); }
    /// What the texts and their places take, in bytes; close, not exact.
    qsizetype bytes() const;

private:
    struct Entry {
        QString text;
        quint32 users = 0;
    };
    std::vector<Entry> m_entries;
    std::vector<Number> m_free;
    QHash<QString, Number> m_numbers;
    qsizetype m_characters = 0;
};

} // namespace gatehouse::ui
