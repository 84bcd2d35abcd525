// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostListed = 200; ///< headers, attempts, candidates: more is no gateway's

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

std::optional<double> timeIn(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// At most so many; each as an object.
template <typename Value, typename Read> QList<Value> listIn(const QJsonObject &object, QLatin1StringView name, Read read)
{
    QList<Value> list;
    const QJsonArray array = object.value(name).toArray();
    for (const auto &each : array) {
        if (list.size() == mostListed)
            break;
        list.append(read(each.toObject()));
    }
    return list;
}

QStringList textsIn(const QJsonObject &object, QLatin1StringView name)
{
    QStringList texts;
    const QJsonArray array = object.value(name).toArray();
    for (const auto &each : array)
        texts.append(each.toString());
    return texts;
}

TrafficWire wireFrom(const QJsonValue &value)
{
    TrafficWire wire;
    const QJsonObject object = value.toObject();
    wire.isThere = value.isObject();
    wire.begin = timeIn(object, "begin_ms"_L1);
    wire.end = timeIn(object, "end_ms"_L1);
    wire.status = object.value("status"_L1).toInt();
    wire.method = text(object, "method"_L1);
    wire.address = text(object, "url"_L1);
    const QJsonArray headers = object.value("headers"_L1).toArray();
    for (const auto &each : headers) {
        if (wire.headers.size() < mostListed)
            wire.headers.append({each.toArray().at(0).toString(), each.toArray().at(1).toString()});
    }
    wire.isBinary = object.contains("body_base64"_L1);
    wire.body = text(object, wire.isBinary ? "body_base64"_L1 : "body"_L1);
    wire.isUpload = object.value("upload"_L1).toBool();
    wire.bytes = object.value("bytes"_L1).toInteger();
    wire.cutBytes = object.value("cut_bytes"_L1).toInteger();
    wire.redacted = object.value("redacted"_L1).toInt();
    return wire;
}

TrafficAttempt attemptFrom(const QJsonObject &object)
{
    TrafficAttempt attempt;
    attempt.deployment = text(object, "deployment"_L1);
    attempt.provider = text(object, "provider"_L1);
    attempt.model = text(object, "model"_L1);
    attempt.isCopy = object.value("copy"_L1).toBool();
    attempt.request = wireFrom(object.value("request"_L1));
    attempt.response = wireFrom(object.value("response"_L1));
    return attempt;
}

TrafficDecision decisionFrom(const QJsonObject &object)
{
    TrafficDecision decision;
    decision.at = object.value("at_ms"_L1).toDouble();
    decision.group = text(object, "group"_L1);
    decision.strategy = text(object, "strategy"_L1);
    decision.isCopy = object.value("copy"_L1).toBool();
    decision.notListed = object.value("not_listed"_L1).toInt();
    decision.candidates = listIn<TrafficCandidate>(object, "candidates"_L1, [](const QJsonObject &each) -> TrafficCandidate {
        return {text(each, "deployment"_L1), text(each, "provider"_L1), text(each, "verdict"_L1), text(each, "why"_L1)};
    });
    return decision;
}

TrafficPromptCache cacheFrom(const QJsonObject &object)
{
    const QJsonObject other = object.value("compared_with"_L1).toObject();
    return {text(object, "verdict"_L1), object.value("read_tokens"_L1).toInteger(), object.value("written_tokens"_L1).toInteger(),
        object.value("missed_tokens"_L1).toInteger(), text(other, "call_id"_L1), other.value("age_s"_L1).toDouble(),
        textsIn(object, "reasons"_L1), textsIn(object, "advice"_L1)};
}

QList<std::pair<QString, QString>> accountFrom(const QJsonObject &object)
{
    QList<std::pair<QString, QString>> account;
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QString value =
            each->isArray() ? textsIn(object, QLatin1StringView(each.key().toLatin1())).join(u", "_s) : each->toString();
        if (!value.isEmpty() && account.size() < mostListed)
            account.append({each.key(), value.left(400).simplified()});
    }
    return account;
}

/// The receipt knows what became of each try, the wires know what was said.
void nameFaults(TrafficRecord &record)
{
    for (qsizetype at = 0; at < std::min(record.attempts.size(), record.row.tries.size()); ++at)
        record.attempts[at].fault = record.row.tries[at].fault;
}

} // namespace

QString TrafficWire::header(const QString &name) const
{
    for (const auto &[field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<TrafficRecord> TrafficRecord::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    const QJsonObject wires = object.value("wires"_L1).toObject();
    const QJsonObject timing = object.value("timing"_L1).toObject();
    TrafficRecord record;
    record.row = TrafficRow::fromJson(object);
    record.isCaptured = object.value("captured"_L1).toBool();
    record.isHidden = object.value("messages_hidden"_L1).toBool();
    record.phase = text(object, "phase"_L1);
    record.queueMs = timing.value("queue_ms"_L1).toDouble();
    record.admissionMs = timing.value("admission_ms"_L1).toDouble();
    record.clientRequest = wireFrom(wires.value("client_request"_L1));
    record.clientResponse = wireFrom(wires.value("client_response"_L1));
    record.attempts = listIn<TrafficAttempt>(wires, "attempts"_L1, attemptFrom);
    record.decisions = listIn<TrafficDecision>(object, "routing"_L1, decisionFrom);
    record.costs = listIn<TrafficCostLine>(object, "cost_lines"_L1, [](const QJsonObject &each) -> TrafficCostLine {
        return {text(each, "kind"_L1), each.value("units"_L1).toDouble(), each.value("price"_L1).toDouble(),
            each.value("cost"_L1).toDouble()};
    });
    record.cache = cacheFrom(object.value("prompt_cache"_L1).toObject());
    record.account = accountFrom(object.value("account"_L1).toObject());
    record.source = json;
    nameFaults(record);
    return record;
}

} // namespace gatehouse::ui
