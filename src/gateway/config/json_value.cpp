// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/json_value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace gatehouse::config {

namespace {

constexpr int deepest = 64;

Value number(const QJsonValue &json, const Mark &mark)
{
    const bool isWhole = json.toVariant().typeId() == QMetaType::LongLong;
    return isWhole ? Value::integer(json.toInteger(), mark) : Value::real(json.toDouble(), mark);
}

Value valueFrom(const QJsonValue &json, const Mark &mark, int depth);

Value listFrom(const QJsonArray &json, const Mark &mark, int depth)
{
    std::vector<Value> items;
    for (const auto &item : json)
        items.push_back(valueFrom(item, mark, depth));
    return Value::list(std::move(items), mark);
}

Value mapFrom(const QJsonObject &json, const Mark &mark, int depth)
{
    std::vector<Value::Entry> entries;
    for (auto member = json.begin(); member != json.end(); ++member)
        entries.emplace_back(member.key().toStdString(), valueFrom(member.value(), mark, depth));
    return Value::map(std::move(entries), mark);
}

Value valueFrom(const QJsonValue &json, const Mark &mark, int depth)
{
    if (depth > deepest)
        return Value::null(mark);
    switch (json.type()) {
    case QJsonValue::Bool: return Value::boolean(json.toBool(), mark);
    case QJsonValue::Double: return number(json, mark);
    case QJsonValue::String: return Value::string(json.toString().toStdString(), mark);
    case QJsonValue::Array: return listFrom(json.toArray(), mark, depth + 1);
    case QJsonValue::Object: return mapFrom(json.toObject(), mark, depth + 1);
    default: return Value::null(mark);
    }
}

} // namespace

Value valueFromJson(std::string_view json, const Mark &mark)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size())));
    if (document.isArray())
        return listFrom(document.array(), mark, 1);
    return document.isObject() ? mapFrom(document.object(), mark, 1) : Value::null(mark);
}

} // namespace gatehouse::config
