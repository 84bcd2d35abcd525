// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/fields.h"

#include <QDateTime>
#include <QJsonDocument>

#include <charconv>
#include <cmath>

namespace gatehouse::people {

namespace {

// The shortest decimal that is this number: what the sender wrote, as far as anybody can tell.
std::string decimal(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return std::string(text, end);
}

} // namespace

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject objectFrom(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
}

std::string jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string jsonOf(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

std::string textIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

std::vector<std::string> listIn(const QJsonObject &object, const char *name)
{
    std::vector<std::string> texts;
    for (const QJsonValue value : object.value(QLatin1String(name)).toArray()) {
        if (value.isString())
            texts.push_back(value.toString().toStdString());
    }
    return texts;
}

QJsonArray listOf(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(qt(text));
    return array;
}

std::optional<Money> moneyIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? moneyFrom(decimal(value.toDouble())) : std::nullopt;
}

QJsonValue jsonOf(Money money)
{
    const std::string text = dollars(money);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<std::int64_t> integerIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    constexpr double most = 9e15; // beyond it a number of JSON is not exact
    if (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble() || std::abs(value.toDouble()) > most)
        return std::nullopt;
    return static_cast<std::int64_t>(value.toDouble());
}

std::string isoTime(Clock::Wall time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

QJsonValue jsonOf(std::optional<Clock::Wall> time)
{
    return time ? QJsonValue(qt(isoTime(*time))) : QJsonValue();
}

std::optional<Clock::Wall> timeFrom(std::string_view iso)
{
    QDateTime time = QDateTime::fromString(qt(iso), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return Clock::Wall(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<Clock::Wall> timeIn(const QJsonObject &object, const char *name)
{
    return timeFrom(textIn(object, name));
}

} // namespace gatehouse::people
