// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QString dash()
{
    return QStringLiteral("–");
}

QString durationText(double milliseconds)
{
    const QLocale locale;
    if (milliseconds < 0.95)
        return QCoreApplication::translate("Text", "< 1 ms");
    if (milliseconds < 999.5) //: %1 is a number of milliseconds
        return QCoreApplication::translate("Text", "%1 ms").arg(locale.toString(qRound64(milliseconds)));
    const double seconds = milliseconds / 1000;
    if (seconds < 9.995) //: %1 is a number of seconds
        return QCoreApplication::translate("Text", "%1 s").arg(locale.toString(seconds, 'f', 2));
    if (seconds < 59.95)
        return QCoreApplication::translate("Text", "%1 s").arg(locale.toString(seconds, 'f', 1));
    const qint64 whole = qRound64(seconds);
    //: a duration: %1 minutes and %2 seconds
    return QCoreApplication::translate("Text", "%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString durationText(const std::optional<double> &milliseconds)
{
    return milliseconds ? durationText(*milliseconds) : dash();
}

QString countText(qint64 count)
{
    const QLocale locale;
    if (count < 1'000'000)
        return locale.toString(count);
    //: a large number: %1 millions
    return QCoreApplication::translate("Text", "%1 M").arg(locale.toString(double(count) / 1e6, 'f', 1));
}

QString moneyText(double dollars)
{
    const double size = std::abs(dollars);
    constexpr int most = 9; // the gateway counts in billionths of a dollar
    int decimals = 2;
    if (size > 0 && size < 0.995) {
        decimals = std::clamp(2 - int(std::floor(std::log10(size))), 2, most);
        const QString digits = QString::number(size, 'f', decimals);
        qsizetype needed = digits.size();
        while (decimals > 2 && digits[--needed] == u'0')
            --decimals;
    }
    const QLocale user;
    const QLocale locale = user.language() == QLocale::C ? QLocale(QLocale::English) : user; // the C locale has no money
    const QString sum = locale.toCurrencyString(size, QStringLiteral("$"), decimals);
    return dollars < 0 ? locale.negativeSign() + sum : sum; // and not in brackets, as American books have it
}

QString moneyText(const std::optional<double> &dollars)
{
    return dollars ? moneyText(*dollars) : dash();
}

QString percentText(double share)
{
    const double percent = share * 100;
    const bool whole = percent <= 0 || percent == 100;
    const double shown = percent < 100 ? std::min(percent, 99.9) : percent;
    //: a share; %1 is a number
    return QCoreApplication::translate("Text", "%1 %").arg(QLocale().toString(shown, 'f', whole ? 0 : 1));
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return dash();
    if (time.toLocalTime().date() != QDate::currentDate())
        return fullTimeText(time);
    return time.toLocalTime().time().toString(QStringLiteral("HH:mm:ss"));
}

QString fullTimeText(const QDateTime &time)
{
    if (!time.isValid())
        return dash();
    const QDateTime local = time.toLocalTime();
    const QString clock = local.time().toString(QStringLiteral("HH:mm:ss"));
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

namespace {

// The text of a JSON string, without its quotes.
QString unescaped(const QString &json)
{
    const QString list = u"[\""_s + json + u"\"]"_s;
    return QJsonDocument::fromJson(list.toUtf8()).array().at(0).toString(json);
}

} // namespace

QString plainError(const QString &error)
{
    static const QRegularExpression classes(u"^(?:[\\w.]*(?:Error|Exception|Timeout)(?::| -)\\s*)+"_s);
    static const QRegularExpression message(u"\"(?:message|detail)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)"_s);
    static const QRegularExpression type(u"\"type\"\\s*:\\s*\"(\\w+)\""_s);
    QString plain = error.simplified();
    plain.remove(classes);
    if (plain.startsWith(u'{')) {
        if (const QRegularExpressionMatch said = message.match(plain); said.hasMatch())
            return unescaped(said.captured(1)).simplified();
        if (const QRegularExpressionMatch named = type.match(plain); named.hasMatch()) // the message was cut off
            return named.captured(1).replace(u'_', u' ');
    }
    return plain.isEmpty() ? error.simplified() : plain;
}

} // namespace gatehouse::ui
