// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_columns.h"

#include "ui/models/deployment_state.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Models)
};

const DeploymentState *stateOf(const QJsonObject &row)
{
    return deploymentState(row.value("state"_L1).toString());
}

std::optional<RecordSign> stateSign(const QJsonObject &row)
{
    const DeploymentState *state = stateOf(row);
    return state ? std::optional(RecordSign {state->mark, state->mood}) : std::nullopt;
}

QString stateText(const QJsonObject &row)
{
    const DeploymentState *state = stateOf(row);
    if (!state)
        return dash();
    if (row.value("outage_until"_L1).isString() && !row.value("is_blocked"_L1).toBool())
        return Words::tr("In a drill");
    const int left = int(std::ceil(row.value("seconds_left"_L1).toDouble()));
    if (state->key == "open"_L1 && left > 0) //: a deployment rests: %1 is a number of seconds
        return Words::tr("Resting, %1 s").arg(left);
    return state->word();
}

QString stateTip(const QJsonObject &row)
{
    if (row.value("state"_L1) == "unusable"_L1)
        return Words::tr("The gateway cannot use this entry of the configuration file. Settings shows what is wrong with it.");
    return plainError(row.value("reason"_L1).toString());
}

QString text(const QJsonObject &row, QLatin1StringView member)
{
    return row.value(member).toString();
}

QString countOf(const QJsonObject &row, QLatin1StringView member)
{
    const QJsonValue value = row.value(member);
    return value.isDouble() ? countText(value.toInteger()) : dash();
}

QString latencyText(const QJsonObject &row)
{
    const QJsonValue value = row.value("latency_ms"_L1);
    return value.isDouble() ? durationText(value.toDouble()) : dash();
}

QString spendText(const QJsonObject &row)
{
    const QJsonValue spend = row.value("spend"_L1);
    return spend.isDouble() ? moneyText(spend.toDouble()) : dash();
}

QString rowPrices(const QJsonObject &row)
{
    return pricesText(row.value("input_per_million"_L1), row.value("output_per_million"_L1));
}

QString limitsText(const QJsonObject &row)
{
    const QJsonObject params = row.value("info"_L1)["litellm_params"_L1].toObject();
    const QLocale locale;
    QStringList parts;
    const auto add = [&](QLatin1StringView name, const char *words) {
        if (const QJsonValue value = params.value(name); value.isDouble())
            parts.append(Words::tr(words).arg(locale.toString(value.toDouble(), 'g', 6)));
    };
    add("weight"_L1, QT_TRANSLATE_NOOP("Models", "weight %1"));
    add("order"_L1, QT_TRANSLATE_NOOP("Models", "order %1"));
    add("rpm"_L1, QT_TRANSLATE_NOOP("Models", "%1 requests a minute"));
    add("tpm"_L1, QT_TRANSLATE_NOOP("Models", "%1 tokens a minute"));
    return parts.isEmpty() ? dash() : parts.join(u", "_s);
}

/// Shorter than keyPlaceText(): the names of variables say that they are variables.
QString keyText(const QJsonObject &row)
{
    return row.value("key_kind"_L1) == "environment"_L1 ? row.value("key"_L1).toString() : keyPlaceText(row);
}

QString homeText(const QJsonObject &row)
{
    if (row.value("is_stored"_L1).toBool())
        return Words::tr("Database");
    if (row.value("is_included"_L1).toBool())
        return Words::tr("Included file");
    return row.value("index"_L1).toInt(-1) >= 0 ? Words::tr("File") : dash();
}

QVariant number(const QJsonObject &row, QLatin1StringView member)
{
    return row.value(member).toDouble(-1);
}

constexpr auto right = Qt::AlignRight;

constexpr std::array columns {
    RecordColumn {.name = "group",
        .title = [] { return QCoreApplication::translate("Models", "Model"); },
        .text = [](const QJsonObject &row) { return text(row, "group"_L1); },
        .width = 16},
    RecordColumn {.name = "model",
        .title = [] { return QCoreApplication::translate("Models", "Provider and model"); },
        .text = [](const QJsonObject &row) { return text(row, "model"_L1); },
        .width = 28},
    RecordColumn {.name = "state",
        .title = [] { return QCoreApplication::translate("Models", "State"); },
        .text = stateText,
        .width = 18,
        .sign = stateSign,
        .tip = stateTip},
    RecordColumn {
        .name = "key", .title = [] { return QCoreApplication::translate("Models", "Key"); }, .text = keyText, .width = 20},
    RecordColumn {.name = "requests",
        .title = [] { return QCoreApplication::translate("Models", "Requests"); },
        .text = [](const QJsonObject &row) { return countOf(row, "requests"_L1); },
        .width = 8,
        .alignment = right,
        .order = [](const QJsonObject &row) { return number(row, "requests"_L1); }},
    RecordColumn {.name = "errors",
        .title = [] { return QCoreApplication::translate("Models", "Errors"); },
        .text = [](const QJsonObject &row) { return countOf(row, "errors"_L1); },
        .width = 6,
        .alignment = right,
        .order = [](const QJsonObject &row) { return number(row, "errors"_L1); }},
    RecordColumn {.name = "latency",
        .title = [] { return QCoreApplication::translate("Models", "Latency"); },
        .text = latencyText,
        .width = 8,
        .alignment = right,
        .order = [](const QJsonObject &row) { return number(row, "latency_ms"_L1); }},
    RecordColumn {.name = "spend",
        .title = [] { return QCoreApplication::translate("Models", "Spend"); },
        .text = spendText,
        .width = 10,
        .alignment = right,
        .order = [](const QJsonObject &row) { return number(row, "spend"_L1); }},
    RecordColumn {.name = "price",
        .title = [] { return QCoreApplication::translate("Models", "Price in / out"); },
        .text = rowPrices,
        .width = 17,
        .alignment = right,
        .order = [](const QJsonObject &row) { return number(row, "input_per_million"_L1); },
        .tip =
            [](const QJsonObject &) {
                return QCoreApplication::translate("Models", "Dollars for a million tokens read and written");
            }},
    RecordColumn {.name = "limits",
        .title = [] { return QCoreApplication::translate("Models", "Weight and limits"); },
        .text = limitsText,
        .width = 22,
        .muted = true,
        .hidden = true},
    RecordColumn {.name = "home",
        .title = [] { return QCoreApplication::translate("Models", "Kept in"); },
        .text = homeText,
        .width = 9,
        .muted = true},
    RecordColumn {.name = "id",
        .title = [] { return QCoreApplication::translate("Models", "Deployment id"); },
        .text = [](const QJsonObject &row) { return text(row, "id"_L1); },
        .width = 20,
        .muted = true,
        .hidden = true},
};

} // namespace

std::span<const RecordColumn> modelColumns()
{
    return columns;
}

QString keyPlaceText(const QJsonObject &place)
{
    const QString kind = text(place, "key_kind"_L1), name = text(place, "key"_L1);
    if (kind == "keychain"_L1) //: where a key is kept: %1 is its name
        return Words::tr("Keychain: %1").arg(name);
    if (kind == "environment"_L1) //: an environment variable: %1 is its name
        return Words::tr("Variable %1").arg(name);
    if (kind == "file"_L1) //: where a key is kept: %1 is a path
        return Words::tr("File %1").arg(name);
    if (kind == "credential"_L1) //: where a key is kept: %1 is the name of a credential
        return Words::tr("Credential: %1").arg(name);
    if (kind == "text"_L1)
        return Words::tr("In clear in the file");
    return kind == "stored"_L1 ? Words::tr("Sealed in the database") : dash();
}

QString pricesText(const QJsonValue &input, const QJsonValue &output)
{
    const auto text = [](const QJsonValue &price) { return price.isDouble() ? moneyText(price.toDouble()) : dash(); };
    return input.isDouble() || output.isDouble() ? text(input) + u" / "_s + text(output) : dash();
}

} // namespace gatehouse::ui
