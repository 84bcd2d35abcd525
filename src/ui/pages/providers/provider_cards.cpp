// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/provider_cards.h"

#include "ui/models/text.h"
#include "ui/pages/models/key_choice.h"
#include "ui/pages/models/model_entry.h"
#include "ui/pages/models/model_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProviderCards)
};

/// The worst first.
constexpr std::array states {"unusable"_L1, "open"_L1, "half_open"_L1, "closed"_L1, "blocked"_L1};

QString worse(const QString &a, const QString &b)
{
    for (const QLatin1StringView state : states) {
        if (a == state || b == state)
            return state;
    }
    return a.isEmpty() ? b : a;
}

QJsonObject paramsOf(const QJsonObject &row)
{
    const QJsonObject written = row.value("entry"_L1)["litellm_params"_L1].toObject();
    return written.isEmpty() ? row.value("info"_L1)["litellm_params"_L1].toObject() : written;
}

/// The figure of a provider is that of its slowest deployment.
void addSlowest(QJsonObject &card, QLatin1StringView figure, const QJsonValue &of)
{
    if (of.isDouble())
        card.insert(figure, std::max(card.value(figure).toDouble(), of.toDouble()));
}

QJsonValue percentileOf(const QJsonArray &day, const QJsonValue &deployment)
{
    for (const QJsonValue series : day) {
        if (series["name"_L1] == deployment)
            return series["p95_ms"_L1][0];
    }
    return {};
}

/// Adds up what the deployments of one provider do; the key of the first that has one stands for all.
void addRow(QJsonObject &card, const QJsonObject &row)
{
    card.insert("is_used"_L1, true);
    card.insert("deployments"_L1, card.value("deployments"_L1).toInt() + 1);
    card.insert("state"_L1, worse(card.value("state"_L1).toString(), row.value("state"_L1).toString()));
    for (const QLatin1StringView figure : {"requests"_L1, "errors"_L1})
        card.insert(figure, card.value(figure).toDouble() + row.value(figure).toDouble());
    addSlowest(card, "latency_ms"_L1, row.value("latency_ms"_L1));
    QJsonArray ids = card.value("ids"_L1).toArray();
    ids.append(row.value("id"_L1));
    card.insert("ids"_L1, ids);
    const QString kind = card.value("key_kind"_L1).toString();
    if (!kind.isEmpty() && kind != "none"_L1)
        return;
    for (const QLatin1StringView member : {"key"_L1, "key_kind"_L1})
        card.insert(member, row.value(member));
    card.insert("params"_L1, paramsOf(row));
}

/// Of a provider without deployments, and of those that say nothing: the key that would be taken.
void addUsualKey(QJsonObject &card, const ProviderSources &sources)
{
    const QString kind = card.value("key_kind"_L1).toString(), name = card.value("name"_L1).toString();
    if (!kind.isEmpty() && kind != "none"_L1)
        return;
    QJsonObject params;
    for (const QJsonValue found : sources.found) {
        if (found["provider"_L1].toString() == name)
            params = found["litellm_params"_L1].toObject();
    }
    const QString own = keyName(name);
    if (params.isEmpty() && card.value("deployments"_L1).toInt() == 0 && sources.keychain.contains(own))
        params = keyParams({KeyChoice::Kind::Keychain, own});
    const QJsonObject place = keyPlace(params);
    card.insert("key"_L1, place.value("key"_L1));
    card.insert("key_kind"_L1, place.value("key_kind"_L1));
    if (!card.contains("params"_L1))
        card.insert("params"_L1, params);
}

/// What discover is asked for a card, and whether it is worth asking.
void addQuestion(QJsonObject &card)
{
    const QJsonObject params = card.value("params"_L1).toObject(), record = card.value("record"_L1).toObject();
    const QString kind = card.value("key_kind"_L1).toString();
    QJsonObject question {{u"provider"_s, card.value("name"_L1)}};
    const QString key = params.value("api_key"_L1).toString(), base = params.value("api_base"_L1).toString();
    if (kind == "keychain"_L1 || kind == "environment"_L1)
        question.insert("api_key"_L1,
            key.isEmpty() ? keyParams({KeyChoice::Kind::Variable, card.value("key"_L1).toString()}).value("api_key"_L1) : key);
    else if (kind == "credential"_L1)
        question.insert("credential"_L1, card.value("key"_L1));
    if (!base.isEmpty())
        question.insert("api_base"_L1, base);
    const bool hasKey = question.contains("api_key"_L1) || question.contains("credential"_L1);
    const bool needsNone = !record.value("needs_key"_L1).toBool(true) && kind != "text"_L1 && kind != "file"_L1;
    card.insert("question"_L1, question);
    card.insert("can_ask"_L1, record.value("lists_models"_L1).toBool() && (hasKey || needsNone));
}

QJsonObject emptyCard(const QJsonObject &record)
{
    QStringList dialects;
    for (const QJsonValue dialect : record.value("dialects"_L1).toArray())
        dialects.append(dialect.toString());
    return {{u"name"_s, record.value("name"_L1)}, {u"title"_s, record.value("title"_L1)}, {u"dialects"_s, dialects.join(u", "_s)},
        {u"is_used"_s, false}, {u"deployments"_s, 0}, {u"ids"_s, QJsonArray()}, {u"record"_s, record}};
}

bool isFound(const QString &name, const ProviderSources &sources)
{
    const auto isIt = [&name](const QJsonValue &found) { return found["provider"_L1].toString() == name; };
    return std::any_of(sources.found.begin(), sources.found.end(), isIt) || sources.keychain.contains(keyName(name));
}

} // namespace

QJsonArray providerCards(const ProviderSources &sources)
{
    QList<QJsonObject> cards;
    for (const QJsonValue value : sources.providers) {
        const QString name = value["name"_L1].toString();
        if (value["variant_of"_L1].isString())
            continue;
        QJsonObject card = emptyCard(value.toObject());
        QStringList names {name};
        for (const QJsonValue other : sources.providers) {
            if (other["variant_of"_L1].toString() == name)
                names.append(other["name"_L1].toString());
        }
        for (const QJsonValue row : sources.rows) {
            if (!names.contains(row["provider"_L1].toString()))
                continue;
            addRow(card, row.toObject());
            addSlowest(card, "p95_ms"_L1, percentileOf(sources.day, row["id"_L1]));
        }
        if (!card.value("is_used"_L1).toBool() && !isFound(name, sources))
            continue;
        addUsualKey(card, sources);
        addQuestion(card);
        cards.append(card);
    }
    std::sort(cards.begin(), cards.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("title"_L1).toString().compare(b.value("title"_L1).toString(), Qt::CaseInsensitive) < 0;
    });
    QJsonArray all;
    for (const QJsonObject &card : cards)
        all.append(card);
    return all;
}

QString figuresText(const QJsonObject &card)
{
    QStringList work {Words::tr("%n deployment(s)", nullptr, card.value("deployments"_L1).toInt())};
    if (const double requests = card.value("requests"_L1).toDouble(); requests > 0) //: %1 is a share, as in 0.2 %
        work.append(Words::tr("%1 errors in 24 h").arg(percentText(card.value("errors"_L1).toDouble() / requests)));
    QStringList times;
    if (card.value("latency_ms"_L1).isDouble()) //: %1 is a duration
        times.append(Words::tr("Latency %1").arg(durationText(card.value("latency_ms"_L1).toDouble())));
    if (card.value("p95_ms"_L1).isDouble())
        times.append(QCoreApplication::translate("Health", "95 %: %1").arg(durationText(card.value("p95_ms"_L1).toDouble())));
    const QString lines = work.join(u", "_s);
    return times.isEmpty() ? lines : lines + u'\n' + times.join(u", "_s);
}

} // namespace gatehouse::ui
