// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/offer.h"

#include "ui/config/change_dialog.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// All models of a provider under their own names.
QJsonObject everyModel(const QString &provider, QJsonObject parameters)
{
    const QString all = provider + u"/*"_s;
    parameters.insert("model"_L1, all);
    return {{u"model_name"_s, all}, {u"litellm_params"_s, parameters}};
}

QString variablesText(const QJsonArray &variables)
{
    QStringList words;
    for (const QJsonValue variable : variables) {
        const QString hint = variable["hint"_L1].toString();
        words.append(variable["name"_L1].toString() + (hint.isEmpty() ? QString() : u' ' + hint));
    }
    return words.join(u", "_s);
}

QString lastFour(const QByteArray &key)
{
    constexpr qsizetype tellsNothing = 16;
    return key.size() < tellsNothing ? u"•••"_s : u"…"_s + QString::fromUtf8(key.right(4));
}

Offer localServer(const QJsonObject &server)
{
    Offer offer;
    offer.id = u"local:%1"_s.arg(server["port"_L1].toInt());
    offer.title = server["title"_L1].toString();
    offer.isUsed = server["is_used"_L1].toBool();
    QStringList names;
    for (const QJsonValue model : server["models"_L1].toArray()) {
        QJsonObject entry {{u"model_name"_s, model["model_name"_L1]}, {u"litellm_params"_s, model["litellm_params"_L1]}};
        if (!model["model_info"_L1].toObject().isEmpty())
            entry.insert("model_info"_L1, model["model_info"_L1]);
        offer.models.append(entry);
        names.append(model["id"_L1].toString());
    }
    constexpr qsizetype namesShown = 3;
    const QString list = names.mid(0, namesShown).join(u", "_s) + (names.size() > namesShown ? u" …"_s : QString());
    offer.hint = server["api_base"_L1].toString() + u" · "_s
        + (names.isEmpty() ? QCoreApplication::translate("Offers", "no models yet") : list);
    return offer;
}

/// The provider whose API key that variable is; empty: none.
QJsonObject providerOf(const QString &variable, const QJsonArray &providers)
{
    for (const QJsonValue provider : providers) {
        if (!provider["variant_of"_L1].isNull())
            continue;
        for (const QJsonValue parameter : provider["parameters"_L1].toArray()) {
            const bool isKey = parameter["name"_L1].toString() == "api_key"_L1;
            if (isKey && parameter["variables"_L1].toArray().contains(variable))
                return provider.toObject();
        }
    }
    return {};
}

void keepUnder(Offer &offer, const QString &name)
{
    offer.keyName = name;
    offer.models = {everyModel(offer.provider, {{u"api_key"_s, QString(u"keychain/"_s + name)}})};
}

QString freeName(const QString &wish, const QStringList &taken)
{
    QString name = wish;
    for (int number = 2; taken.contains(name); ++number)
        name = wish + u'-' + QString::number(number);
    return name;
}

} // namespace

QList<Offer> offersOfEnvironment(const QJsonObject &answer)
{
    QList<Offer> offers;
    for (const QJsonValue found : answer["found"_L1].toArray()) {
        if (!found["is_ready"_L1].toBool())
            continue; // half of what it needs
        Offer offer;
        offer.provider = found["provider"_L1].toString();
        offer.id = u"env:"_s + offer.provider;
        offer.title = found["title"_L1].toString();
        offer.hint = variablesText(found["variables"_L1].toArray());
        offer.isUsed = found["is_used"_L1].toBool();
        offer.models = {everyModel(offer.provider, found["litellm_params"_L1].toObject())};
        offers.append(offer);
    }
    return offers;
}

QList<Offer> offersOfThisComputer(const QJsonObject &answer)
{
    QList<Offer> offers;
    for (const QJsonValue server : answer["servers"_L1].toArray())
        offers.append(localServer(server.toObject()));
    return offers;
}

QList<Offer> offersOfFile(const QList<EnvEntry> &entries, const QJsonObject &answer)
{
    QList<Offer> offers;
    for (const EnvEntry &entry : entries) {
        const QJsonObject provider = providerOf(entry.name, answer["providers"_L1].toArray());
        const QString name = provider["name"_L1].toString();
        const bool isThere =
            std::any_of(offers.cbegin(), offers.cend(), [&](const Offer &each) { return each.provider == name; });
        if (name.isEmpty() || isThere)
            continue;
        Offer offer;
        offer.provider = name;
        offer.id = u"file:"_s + entry.name;
        offer.title = provider["title"_L1].toString();
        offer.hint = entry.name + u' ' + lastFour(entry.value);
        offer.isUsed = provider["deployments"_L1].toInt() > 0;
        offer.key = entry.value;
        keepUnder(offer, name);
        offers.append(offer);
    }
    return offers;
}

QList<Offer> withFreeNames(QList<Offer> offers, const QStringList &taken, const QHash<QString, QString> &kept)
{
    for (Offer &offer : offers) {
        if (!offer.key.isEmpty())
            keepUnder(offer, kept.contains(offer.id) ? kept.value(offer.id) : freeName(offer.provider, taken));
    }
    return offers;
}

QJsonArray editsFor(const QList<Offer> &offers)
{
    QJsonArray edits;
    for (const Offer &offer : offers) {
        for (const QJsonValue model : offer.models)
            edits.append(insertEdit({u"model_list"_s}, model));
    }
    return edits;
}

} // namespace gatehouse::ui
