// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_row.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct StateName {
    TrafficRow::State state;
    const char *key;
    const char *word;
};

constexpr std::array stateNames = {
    //: State of a request in the table: it is being answered right now
    StateName {TrafficRow::State::Running, "running", QT_TRANSLATE_NOOP("TrafficRow", "Running")},
    //: State of a request in the table: the caller got a whole answer
    StateName {TrafficRow::State::Completed, "completed", QT_TRANSLATE_NOOP("TrafficRow", "Done")},
    //: State of a request in the table: a provider failed
    StateName {TrafficRow::State::Failed, "failed", QT_TRANSLATE_NOOP("TrafficRow", "Failed")},
    //: State of a request in the table: the gateway itself said no
    StateName {TrafficRow::State::Refused, "refused", QT_TRANSLATE_NOOP("TrafficRow", "Refused")},
    //: State of a request in the table: the caller hung up before the end
    StateName {TrafficRow::State::Abandoned, "abandoned", QT_TRANSLATE_NOOP("TrafficRow", "Abandoned")},
};

const StateName &nameOf(TrafficRow::State state)
{
    for (const StateName &name : stateNames) {
        if (name.state == state)
            return name;
    }
    return stateNames.front();
}

/// A state this version does not know is an end we cannot name: it counts as failed and not as still running.
TrafficRow::State stateFrom(const QString &key)
{
    for (const StateName &name : stateNames) {
        if (key == QLatin1StringView(name.key))
            return name.state;
    }
    return TrafficRow::State::Failed;
}

std::optional<double> milliseconds(const QJsonValue &value)
{
    if (!value.isDouble() || value.toDouble() <= 0)
        return {};
    return value.toDouble();
}

/// Text from elsewhere goes into single-line cells: bounded, and without control characters.
QString line(const QJsonValue &value, qsizetype most = 400)
{
    return value.toString().left(most).simplified();
}

QList<TrafficRow::Try> triesIn(const QJsonArray &list)
{
    constexpr qsizetype most = 20;
    QList<TrafficRow::Try> tries;
    for (const auto &value : list) {
        if (tries.size() == most)
            break;
        const QJsonObject one = value.toObject();
        tries.append({line(one.value("deployment"_L1)), one.value("status"_L1).toInt(), milliseconds(one.value("duration_ms"_L1)),
            line(one.value("fault"_L1))});
    }
    return tries;
}

/// Its name where it has one.
QString teamIn(const QJsonObject &object)
{
    const QString name = line(object.value("team_alias"_L1));
    return name.isEmpty() ? line(object.value("team"_L1)) : name;
}

} // namespace

TrafficRow TrafficRow::fromJson(const QJsonObject &object)
{
    const QJsonObject tokens = object.value("tokens"_L1).toObject();
    TrafficRow row;
    row.id = object.value("id"_L1).toInteger();
    row.callId = line(object.value("call_id"_L1));
    row.state = stateFrom(object.value("state"_L1).toString());
    row.startedAt = QDateTime::fromString(object.value("started_at"_L1).toString(), Qt::ISODateWithMs);
    row.path = line(object.value("path"_L1));
    row.dialect = line(object.value("dialect"_L1));
    row.who = line(object.value("who"_L1));
    row.keyHash = line(object.value("key"_L1));
    row.team = teamIn(object);
    row.customer = line(object.value("customer"_L1));
    row.model = line(object.value("model"_L1));
    row.group = line(object.value("group"_L1));
    row.deployment = line(object.value("deployment"_L1));
    row.provider = line(object.value("provider"_L1));
    row.upstreamModel = line(object.value("upstream_model"_L1));
    row.stream = object.value("stream"_L1).toBool();
    row.status = object.value("status"_L1).toInt();
    row.attempts = object.value("attempts"_L1).toInt();
    row.fallbacks = object.value("fallbacks"_L1).toInt();
    row.tries = triesIn(object.value("tries"_L1).toArray());
    row.firstTokenMs = milliseconds(object.value("first_token_ms"_L1));
    row.durationMs = milliseconds(object.value("duration_ms"_L1));
    row.inputTokens = tokens.value("input"_L1).toInteger();
    row.outputTokens = tokens.value("output"_L1).toInteger();
    row.cachedTokens = tokens.value("cached"_L1).toInteger();
    row.reasoningTokens = tokens.value("reasoning"_L1).toInteger();
    if (const QJsonValue total = object.value("cost"_L1).toObject().value("total"_L1); total.isDouble() && total.toDouble() >= 0)
        row.cost = total.toDouble();
    row.replyBytes = std::max<qint64>(0, object.value("reply_bytes"_L1).toInteger());
    row.finishReason = line(object.value("finish_reason"_L1));
    row.error = object.value("error"_L1).toString().left(4000);
    return row;
}

QString TrafficRow::word(State state)
{
    return QCoreApplication::translate("TrafficRow", nameOf(state).word);
}

QString TrafficRow::key(State state)
{
    return QLatin1StringView(nameOf(state).key);
}

} // namespace gatehouse::ui
