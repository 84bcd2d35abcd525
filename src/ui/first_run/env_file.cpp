// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/env_file.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

bool isName(const QByteArray &text)
{
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.isEmpty() && !(text.front() >= '0' && text.front() <= '9') && std::all_of(text.begin(), text.end(), fits);
}

QByteArray plainValue(QByteArray text)
{
    const qsizetype comment = text.indexOf(" #");
    return (comment < 0 ? text : text.left(comment)).trimmed();
}

QByteArray valueOf(const QByteArray &text)
{
    const bool isQuoted = !text.isEmpty() && (text.front() == '"' || text.front() == '\'');
    const qsizetype end = isQuoted ? text.indexOf(text.front(), 1) : -1;
    return end > 0 ? text.mid(1, end - 1) : plainValue(text);
}

} // namespace

QList<EnvEntry> readEnvFile(const QByteArray &text)
{
    QList<EnvEntry> entries;
    for (QByteArray line : text.split('\n')) {
        line = line.trimmed();
        if (line.startsWith("export "))
            line = line.mid(7).trimmed();
        const qsizetype sign = line.indexOf('=');
        const QByteArray name = line.left(std::max<qsizetype>(sign, 0)).trimmed();
        if (!isName(name))
            continue;
        const EnvEntry entry {QString::fromLatin1(name), valueOf(line.mid(sign + 1).trimmed())};
        entries.removeIf([&entry](const EnvEntry &earlier) { return earlier.name == entry.name; });
        if (!entry.value.isEmpty())
            entries.append(entry);
    }
    return entries;
}

} // namespace gatehouse::ui
