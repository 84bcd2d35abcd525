// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/letter.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace gatehouse::observe::alerts {

namespace {

constexpr qsizetype lineLength = 76;

bool isPlainAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127; });
}

// RFC 2047: whole characters in words of at most 75 octets.
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype most = 45; // octets of UTF-8 that are 60 of base64
    QByteArray words, piece;
    const auto flush = [&] {
        words += (words.isEmpty() ? "" : "\r\n ") + QByteArray("=?UTF-8?B?") + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const uint character : text.toUcs4()) {
        const QByteArray octets = QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1).toUtf8();
        if (piece.size() + octets.size() > most)
            flush();
        piece += octets;
    }
    flush();
    return words;
}

QByteArray subjectOf(const std::string &subject)
{
    constexpr qsizetype longest = 200, shortEnough = 60;
    QString line = QString::fromStdString(subject).simplified(); // no line breaks
    line.remove(QChar(0));
    line = line.left(longest);
    const QByteArray bytes = line.toUtf8();
    const bool isPlain = isPlainAscii(bytes) && bytes.size() <= shortEnough && !bytes.contains("=?");
    return isPlain ? bytes : encodedWords(line);
}

QByteArray wrapped(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        lines += base64.mid(at, lineLength) + "\r\n";
    return lines;
}

QString readable(const std::string &text)
{
    QString words = QString::fromStdString(text);
    words.remove(QLatin1Char('`')).remove(QLatin1Char('*'));
    return words.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QByteArray dateOf(Clock::Wall now)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return QLocale::c()
               .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .toLatin1()
        + " +0000";
}

} // namespace

upstream::Letter letterOf(const Draft &draft, Clock::Wall now, std::string_view id)
{
    const QByteArray from = QByteArray::fromStdString(draft.from);
    const QByteArray domain = from.mid(from.indexOf('@') + 1);
    const QByteArray to = draft.to.size() == 1 ? QByteArray::fromStdString(draft.to.front()) : QByteArray();
    const QByteArray text = readable(draft.text).toUtf8().replace("\r", "").replace("\n", "\r\n");
    const QByteArray message = "From: Gatehouse <" + from
        + ">\r\nTo: " + (to.isEmpty() ? QByteArray("undisclosed-recipients:;") : QByteArray("<" + to + ">"))
        + "\r\nSubject: " + subjectOf(draft.subject) + "\r\nDate: " + dateOf(now) + "\r\nMessage-ID: <"
        + QByteArray(id.data(), static_cast<qsizetype>(id.size())) + "@" + domain
        + ">\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + wrapped(text.toBase64());
    return {draft.from, draft.to, message.toStdString()};
}

} // namespace gatehouse::observe::alerts
