// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/error_causes.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

enum class Where { Provider, Gateway };

/// What went wrong, in words. %1 is the provider, or who asked; a name may be missing in the sentence.
struct Cause {
    Where where;
    QLatin1StringView fault; ///< as the gateway calls it; empty: any other
    int status;              ///< 0: any
    const char *title;
    const char *advice;
    const char *action; ///< the caption of the button; null: none
    const char *page;
};

// The first that fits.
constexpr std::array causes = {
    //: %1 is a provider
    Cause {Where::Provider, "AuthenticationError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 refuses the key"),
        QT_TRANSLATE_NOOP("Errors", "Wrong or expired: replace it"), QT_TRANSLATE_NOOP("Errors", "Replace key"), "providers"},
    //: %1 is a provider
    Cause {Where::Provider, "PermissionDeniedError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 does not allow this"),
        QT_TRANSLATE_NOOP("Errors", "Its key may not use this model"), QT_TRANSLATE_NOOP("Errors", "Replace key"), "providers"},
    //: %1 is a provider
    Cause {Where::Provider, "RateLimitError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 is asked too often"),
        QT_TRANSLATE_NOOP("Errors", "Raise the limit there, or add a fallback"), QT_TRANSLATE_NOOP("Errors", "Routing"),
        "routing"},
    //: %1 is a provider
    Cause {Where::Provider, "Timeout"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 does not answer in time"),
        QT_TRANSLATE_NOOP("Errors", "Add a fallback, or allow more time"), QT_TRANSLATE_NOOP("Errors", "Routing"), "routing"},
    //: %1 is a provider
    Cause {Where::Provider, "APIConnectionError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 cannot be reached"),
        QT_TRANSLATE_NOOP("Errors", "Check the address and the network"), QT_TRANSLATE_NOOP("Errors", "Providers"), "providers"},
    //: %1 is a provider
    Cause {Where::Provider, "NotFoundError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 does not know the model"),
        QT_TRANSLATE_NOOP("Errors", "Withdrawn? Choose another model"), QT_TRANSLATE_NOOP("Errors", "Models"), "models"},
    Cause {Where::Provider, "ContextWindowExceededError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "The prompt is too long"),
        QT_TRANSLATE_NOOP("Errors", "Add a fallback with a larger context"), QT_TRANSLATE_NOOP("Errors", "Routing"), "routing"},
    //: %1 is a provider
    Cause {Where::Provider, "ContentPolicyViolationError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 rejects the content"),
        QT_TRANSLATE_NOOP("Errors", "Look at what was asked"), nullptr, ""},
    //: %1 is a provider
    Cause {Where::Provider, "BadRequestError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 does not understand the request"),
        QT_TRANSLATE_NOOP("Errors", "Look at what was sent"), nullptr, ""},
    //: %1 is a provider
    Cause {Where::Provider, ""_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 fails"),
        QT_TRANSLATE_NOOP("Errors", "Add a fallback, or wait until it is well"), QT_TRANSLATE_NOOP("Errors", "Routing"),
        "routing"},
    Cause {Where::Gateway, "AuthenticationError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "A client sends an unknown key"),
        QT_TRANSLATE_NOOP("Errors", "Issue a key for it"), QT_TRANSLATE_NOOP("Errors", "Issue key"), "keys new"},
    //: %1 is a key
    Cause {Where::Gateway, "PermissionDeniedError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 may not do this"),
        QT_TRANSLATE_NOOP("Errors", "Allow the model for the key or its team"), QT_TRANSLATE_NOOP("Errors", "Keys"), "keys"},
    //: %1 is a key
    Cause {Where::Gateway, "BudgetExceededError"_L1, 0, QT_TRANSLATE_NOOP("Errors", "%1 has used up a budget"),
        QT_TRANSLATE_NOOP("Errors", "Raise it, or wait until it begins anew"), QT_TRANSLATE_NOOP("Errors", "Budgets"), "keys"},
    //: %1 is a key
    Cause {Where::Gateway, "RateLimitError"_L1, 429, QT_TRANSLATE_NOOP("Errors", "%1 is turned away"),
        QT_TRANSLATE_NOOP("Errors", "Over a limit, or all deployments rest"), QT_TRANSLATE_NOOP("Errors", "Routing"), "routing"},
    Cause {Where::Gateway, "BadRequestError"_L1, 400, QT_TRANSLATE_NOOP("Errors", "Requests that cannot be served"),
        QT_TRANSLATE_NOOP("Errors", "Unknown model or malformed request"), QT_TRANSLATE_NOOP("Errors", "Models"), "models"},
    Cause {Where::Gateway, ""_L1, 0, QT_TRANSLATE_NOOP("Errors", "Refused by the gateway"),
        QT_TRANSLATE_NOOP("Errors", "Look at the requests"), nullptr, ""},
};

struct Group {
    const Cause *cause;
    QString who; ///< the provider, or who asked
    int status = 0;
    int count = 0;
    QString lastError = {};
    QDateTime lastAt = {};
};

const Cause &causeOf(Where where, const QString &fault, int status)
{
    const auto found = std::find_if(causes.begin(), causes.end(), [&](const Cause &each) {
        return each.where == where && (each.fault.isEmpty() || each.fault == fault)
            && (each.status == 0 || each.status == status);
    });
    return found == causes.end() ? causes.back() : *found;
}

Group groupOf(const QJsonObject &call)
{
    constexpr qsizetype longest = 200;
    const bool refused = call.value("state"_L1).toString() == "refused"_L1;
    const int status = call.value("status"_L1).toInt();
    const QString provider = call.value("provider"_L1).toString();
    const Where where = refused || provider.isEmpty() ? Where::Gateway : Where::Provider;
    Group group {&causeOf(where, call.value("fault"_L1).toString(), status),
        (where == Where::Provider ? provider : call.value("who"_L1).toString()).left(longest).simplified(), status, 1};
    group.lastError = call.value("error"_L1).toString().left(longest).simplified();
    group.lastAt = QDateTime::fromString(call.value("started_at"_L1).toString(), Qt::ISODateWithMs);
    return group;
}

/// A filter of the Traffic page: words with a colon, none of them with a space in it.
QString filterOf(const Group &group)
{
    const bool provider = group.cause->where == Where::Provider;
    QString filter = provider ? u"state:failed"_s : u"state:refused"_s;
    if (provider)
        filter += u" provider:"_s + group.who.section(u' ', 0, 0);
    return filter + u" status:"_s + QString::number(group.status);
}

QString said(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

RowText rowOf(const Group &group)
{
    RowText row;
    const QString title = said(group.cause->title);
    row.title = title.contains("%1"_L1) ? title.arg(group.who) : title;
    //: how often something happened
    row.figure = QCoreApplication::translate("Errors", "%n×", nullptr, group.count);
    row.detail = said(group.cause->advice);
    row.mark = group.cause->where == Where::Provider ? Mark::Cross : Mark::Slash;
    row.mood = group.cause->where == Where::Provider ? Mood::Bad : Mood::Warn;
    row.argument = filterOf(group);
    //: when something last happened; %1 is a time, %2 an error message
    row.tip = QCoreApplication::translate("Errors", "Last at %1: %2").arg(timeText(group.lastAt), group.lastError);
    if (!group.cause->action)
        return row;
    row.action = said(group.cause->action);
    const QString page = QString::fromLatin1(group.cause->page);
    row.actionArgument = page == "providers"_L1 ? page + u" provider:"_s + group.who : page;
    return row;
}

} // namespace

QList<RowText> errorRows(const QJsonArray &calls, qsizetype most)
{
    QList<Group> groups;
    for (const auto &each : calls) {
        const Group group = groupOf(each.toObject());
        const auto known = std::find_if(groups.begin(), groups.end(),
            [&](const Group &one) { return one.cause == group.cause && one.who == group.who && one.status == group.status; });
        if (known == groups.end()) {
            groups.append(group);
            continue;
        }
        ++known->count;
        known->lastError = group.lastError; // calls come in the order of time
        known->lastAt = group.lastAt;
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group &a, const Group &b) { return a.count > b.count; });
    QList<RowText> rows;
    for (const Group &group : groups.mid(0, most))
        rows.append(rowOf(group));
    return rows;
}

} // namespace gatehouse::ui
