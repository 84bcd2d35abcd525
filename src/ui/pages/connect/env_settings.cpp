// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/env_file.h"
#include "ui/pages/connect/settings_format.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QRegularExpression lineOf(const QString &name)
{
    return QRegularExpression(
        u"^[ \\t]*(?:export[ \\t]+)?%1[ \\t]*=([^\\r\\n]*)(?:\\r?\\n|\\z)"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::MultilineOption);
}

/// Of a name that comes twice the last one counts.
QRegularExpressionMatch lastOf(const QString &text, const QString &name)
{
    QRegularExpressionMatch last;
    for (auto each = lineOf(name).globalMatch(text); each.hasNext();)
        last = each.next();
    return last;
}

bool understands(const QString &text)
{
    return !text.contains(QChar(u'\0'));
}

std::optional<QString> find(const QString &text, const QStringList &path)
{
    const QRegularExpressionMatch line = lastOf(text, path.value(0));
    return line.hasMatch() ? std::optional(line.captured(1).trimmed()) : std::nullopt;
}

std::optional<QString> put(const QString &text, const QStringList &path, const QString &literal)
{
    const QRegularExpressionMatch line = lastOf(text, path.value(0));
    if (line.hasMatch())
        return QString(text).replace(line.capturedStart(1), line.capturedLength(1), literal);
    const QString end = lineEnd(text);
    const QString open = text.isEmpty() || text.endsWith(u'\n') ? QString() : end;
    return text + open + path.value(0) + u'=' + literal + end;
}

QString drop(const QString &text, const QStringList &path)
{
    return QString(text).remove(lineOf(path.value(0)));
}

QString literal(const QString &value)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9._~:/?&%+@,=-]*$"_s);
    return plain.match(value).hasMatch() ? value : u'"' + value + u'"';
}

QString valueOf(const QString &literal)
{
    const QList<EnvEntry> read = readEnvFile("A=" + literal.toUtf8());
    return read.isEmpty() ? QString() : QString::fromUtf8(read.front().value);
}

} // namespace

const SettingsFormat &envSettings()
{
    static constexpr SettingsFormat format {understands, find, put, drop, literal, valueOf};
    return format;
}

} // namespace gatehouse::ui
