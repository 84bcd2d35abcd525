// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_list.h"

#include "ui/session.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Done = std::function<void(const ModelList &)>;

void askCatalogue(Session &session, const QString &provider, const QString &why, QObject *context, const Done &done)
{
    const QUrlQuery query {{u"provider"_s, provider}, {u"limit"_s, u"5000"_s}};
    session.client().get(u"/catalogue"_s, query, context, [why, done](const Answer &answer) {
        done({answer.json.object().value("models"_L1).toArray(), false, why.isEmpty() ? answer.problem : why});
    });
}

/// Why there is no list in that answer; a provider that has none has no problem.
QString whyNot(const Answer &answer)
{
    const QJsonObject told = answer.json.object();
    if (!answer.isOk())
        return answer.problem;
    return told.value("reason"_L1) == "no_list"_L1 ? QString() : told.value("message"_L1).toString();
}

} // namespace

void askForModels(Session &session, const QJsonObject &question, bool mayAsk, QObject *context, const Done &done)
{
    const QString provider = question.value("provider"_L1).toString();
    if (!mayAsk)
        return askCatalogue(session, provider, {}, context, done);
    session.client().post(u"/providers/discover"_s, question, context, [&session, provider, context, done](const Answer &answer) {
        const QJsonObject told = answer.json.object();
        if (!answer.isOk() || told.value("status"_L1) != "success"_L1)
            return askCatalogue(session, provider, whyNot(answer), context, done);
        done({told.value("models"_L1).toArray(), true});
    });
}

} // namespace gatehouse::ui
