// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/callback_state.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Callbacks", text);
}

QStringList namesIn(const QJsonValue &list)
{
    QStringList names;
    for (const QJsonValue name : list.toArray())
        names.append(name.toString());
    if (list.isString())
        names.append(list.toString());
    return names;
}

/// A list of the configuration, or of GET /callbacks/list, and what those in it are told of.
struct Told {
    QLatin1StringView key;
    QLatin1StringView inUseKey;
    const char *words;
};
constexpr Told lists[] = {
    {"callbacks"_L1, "success_and_failure"_L1, QT_TRANSLATE_NOOP("Callbacks", "all requests")},
    {"success_callback"_L1, "success"_L1, QT_TRANSLATE_NOOP("Callbacks", "answered requests")},
    {"failure_callback"_L1, "failure"_L1, QT_TRANSLATE_NOOP("Callbacks", "failed requests")},
};

bool isThere(const QList<CallbackState> &states, const QString &name)
{
    return std::any_of(states.begin(), states.end(), [&name](const CallbackState &each) { return each.name == name; });
}

QJsonObject sinkNamed(const QJsonArray &sinks, const QString &name)
{
    for (const QJsonValue sink : sinks) {
        if (sink["name"_L1].toString() == name)
            return sink.toObject();
    }
    return {};
}

/// The gateway's own warning about it; empty: there is none.
QString warningAbout(const QJsonArray &problems, const QString &name)
{
    for (const QJsonValue problem : problems) {
        const QString message = problem["message"_L1].toString();
        if (message.contains(u"callback '"_s + name + u'\''))
            return message;
    }
    return {};
}

QString figuresOf(const QJsonObject &sink)
{
    const auto count = [&sink](QLatin1StringView key) { return qint64(sink.value(key).toDouble()); };
    //: reports to a server: %1 is how many were sent
    QStringList parts {say(QT_TRANSLATE_NOOP("Callbacks", "%1 sent")).arg(countText(count("sent"_L1)))};
    const auto add = [&](QLatin1StringView key, const QString &text) {
        if (count(key) > 0)
            parts.append(text.arg(countText(count(key))));
    };
    //: reports to a server: %1 is how many wait
    add("waiting"_L1, say(QT_TRANSLATE_NOOP("Callbacks", "%1 waiting")));
    //: reports to a server: %1 is how many it did not take
    add("failed"_L1, say(QT_TRANSLATE_NOOP("Callbacks", "%1 refused")));
    //: reports to a server: %1 is how many found no room
    add("dropped"_L1, say(QT_TRANSLATE_NOOP("Callbacks", "%1 dropped")));
    const double onDisk = sink.value("bytes_on_disk"_L1).toDouble();
    if (onDisk > 0) //: reports to a server: %1 is their size, such as 3 MB
        parts.append(say(QT_TRANSLATE_NOOP("Callbacks", "%1 on disk"))
                         .arg(QLocale().formattedDataSize(qint64(onDisk), 1, QLocale::DataSizeTraditionalFormat)));
    return parts.join(u" · "_s);
}

void showSink(CallbackState &state, const QJsonObject &sink)
{
    state.figures = figuresOf(sink);
    state.trouble = sink.value("trouble"_L1).toString();
    if (!state.trouble.isEmpty()) {
        state.mark = Mark::Alert;
        state.mood = Mood::Bad;
        state.word = say(QT_TRANSLATE_NOOP("Callbacks", "In trouble"));
    } else if (sink.value("sent"_L1).toDouble() > 0) {
        state.mark = Mark::Check;
        state.mood = Mood::Good;
        state.word = say(QT_TRANSLATE_NOOP("Callbacks", "Delivers"));
    } else {
        state.word = say(QT_TRANSLATE_NOOP("Callbacks", "Nothing sent yet"));
    }
}

bool isInUse(const CallbackNews &news, const QString &name)
{
    return std::any_of(std::begin(lists), std::end(lists),
        [&](const Told &list) { return namesIn(news.inUse.value(list.inUseKey)).contains(name); });
}

CallbackState stateOf(const CallbackNews &news, const QString &name, const QString &told)
{
    CallbackState state {name, told};
    if (name == "prometheus"_L1) {
        state.word = say(QT_TRANSLATE_NOOP("Callbacks", "At /metrics"));
        state.canBeTested = false;
    } else if (isInUse(news, name)) {
        showSink(state, sinkNamed(news.sinks, name));
    } else if (!news.inUse.isEmpty()) {
        state.mark = Mark::Alert;
        state.mood = Mood::Warn;
        state.word = say(QT_TRANSLATE_NOOP("Callbacks", "Not in use"));
        state.trouble = warningAbout(news.problems, name);
    }
    return state;
}

void addChannels(QList<CallbackState> &states, const QJsonObject &general)
{
    for (const QString &name : namesIn(general.value("alerting"_L1))) {
        if (isThere(states, name))
            continue;
        states.append({name, say(QT_TRANSLATE_NOOP("Callbacks", "alerts"))});
    }
}

} // namespace

QList<CallbackState> callbackStates(const CallbackNews &news)
{
    QList<CallbackState> states;
    const QJsonObject named = news.tree.value("litellm_settings"_L1).toObject();
    for (const bool isNamed : {true, false}) {
        for (const Told &list : lists) {
            for (const QString &name : namesIn(isNamed ? named.value(list.key) : news.inUse.value(list.inUseKey))) {
                if (!isThere(states, name))
                    states.append(stateOf(news, name, say(list.words)));
            }
        }
    }
    addChannels(states, news.tree.value("general_settings"_L1).toObject());
    return states;
}

} // namespace gatehouse::ui
