// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/settings_format.h"
#include "ui/pages/connect/toml_entries.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = TomlEntry::Kind;

bool isBelow(const QStringList &path, const QStringList &above)
{
    return path.size() >= above.size() && path.mid(0, above.size()) == above;
}

const TomlEntry *keyAt(const std::vector<TomlEntry> &entries, const QStringList &path)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&path](const TomlEntry &each) { return each.kind == Kind::Key && each.path == path; });
    return found == entries.end() ? nullptr : &*found;
}

/// A value or a list stands where a table would have to.
bool isInTheWay(const TomlEntry &entry, const QStringList &path)
{
    return entry.kind != Kind::Table && entry.path.size() < path.size() && isBelow(path, entry.path);
}

bool understands(const QString &text)
{
    return tomlEntries(text).has_value();
}

std::optional<QString> find(const QString &text, const QStringList &path)
{
    const auto entries = tomlEntries(text);
    const TomlEntry *key = entries ? keyAt(*entries, path) : nullptr;
    return key ? std::optional(text.mid(key->valueAt, key->valueEnd - key->valueAt)) : std::nullopt;
}

/// Where the keys of a table end: behind its last one, or its heading. The outermost one has none. -1: there is no such table.
qsizetype endOfTable(const std::vector<TomlEntry> &entries, const QStringList &table)
{
    qsizetype end = table.isEmpty() ? 0 : -1;
    bool isInside = table.isEmpty();
    for (const TomlEntry &each : entries) {
        if (each.kind != Kind::Key)
            isInside = each.kind == Kind::Table && each.path == table;
        if (isInside)
            end = each.lineEnd;
    }
    return end;
}

QString atEnd(const QString &text, const QStringList &table, const QString &line, const QString &end)
{
    QString whole = text;
    if (!whole.isEmpty() && !whole.endsWith(u'\n'))
        whole += end;
    if (!whole.isEmpty())
        whole += end;
    return whole + u'[' + table.join(u'.') + u']' + end + line;
}

std::optional<QString> put(const QString &text, const QStringList &path, const QString &literal)
{
    const auto entries = tomlEntries(text);
    if (!entries)
        return std::nullopt;
    if (const TomlEntry *key = keyAt(*entries, path))
        return QString(text).replace(key->valueAt, key->valueEnd - key->valueAt, literal);
    if (std::any_of(entries->begin(), entries->end(), [&path](const TomlEntry &each) { return isInTheWay(each, path); }))
        return std::nullopt;
    const QStringList table = path.mid(0, path.size() - 1);
    const QString end = lineEnd(text), line = path.back() + u" = "_s + literal + end;
    const qsizetype at = endOfTable(*entries, table);
    if (at < 0)
        return atEnd(text, table, line, end);
    if (at == 0) // the first of the outermost keys: before all tables, and whatever is said of them
        return text.isEmpty() ? line : line + end + text;
    const bool isOpen = at > 0 && text[at - 1] != u'\n';
    return QString(text).insert(at, isOpen ? end + line : line);
}

QString drop(const QString &text, const QStringList &path)
{
    const auto entries = tomlEntries(text);
    if (!entries)
        return text;
    QString left = text;
    for (auto each = entries->rbegin(); each != entries->rend(); ++each) {
        if (!isBelow(each->path, path))
            continue;
        left.remove(each->at, each->lineEnd - each->at);
        const QString end = lineEnd(text);
        const bool isTable = each->kind != Kind::Key;
        if (isTable && QStringView(left).first(each->at).endsWith(QString(end + end)))
            left.remove(each->at - end.size(), end.size()); // the blank line that set it apart
    }
    return left;
}

/// Strings of TOML in double quotes are written as those of JSON.
QString literalOf(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString valueOf(const QString &literal)
{
    if (literal.startsWith(u'\'') && literal.size() > 1)
        return literal.mid(1, literal.size() - 2);
    return QJsonDocument::fromJson('[' + literal.toUtf8() + ']').array().at(0).toString();
}

} // namespace

const SettingsFormat &tomlSettings()
{
    static constexpr SettingsFormat format {understands, find, put, drop, literalOf, valueOf};
    return format;
}

} // namespace gatehouse::ui
