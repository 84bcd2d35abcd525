// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/state_words.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("StateWords", text);
}

} // namespace

StateWords wordsFor(const GatewayControl &control)
{
    StateWords words = wordsFor(control.state());
    if (!control.isRemote())
        return words;
    switch (control.state()) {
    case GatewayState::Starting: words.word = say(QT_TRANSLATE_NOOP("StateWords", "Connecting…")); break;
    case GatewayState::Running: words.word = say(QT_TRANSLATE_NOOP("StateWords", "Connected")); break;
    case GatewayState::Failed: words.word = say(QT_TRANSLATE_NOOP("StateWords", "Not connected")); break;
    case GatewayState::Stopping:
    case GatewayState::Stopped: words.word = say(QT_TRANSLATE_NOOP("StateWords", "Disconnected")); break;
    }
    const bool canLeave = control.state() == GatewayState::Running || control.state() == GatewayState::Starting;
    if (canLeave)
        words.button = say(QT_TRANSLATE_NOOP("StateWords", "Disconnect"));
    else if (control.state() == GatewayState::Stopped)
        words.button = say(QT_TRANSLATE_NOOP("StateWords", "Connect"));
    return words;
}

StateWords wordsFor(GatewayState state)
{
    const QString start = say(QT_TRANSLATE_NOOP("StateWords", "Start"));
    const QString stop = say(QT_TRANSLATE_NOOP("StateWords", "Stop"));
    switch (state) {
    case GatewayState::Starting: return {Mark::Ring, Mood::Busy, say(QT_TRANSLATE_NOOP("StateWords", "Starting…")), stop, true};
    case GatewayState::Running: return {Mark::Check, Mood::Good, say(QT_TRANSLATE_NOOP("StateWords", "Running")), stop, true};
    case GatewayState::Stopping: return {Mark::Ring, Mood::Busy, say(QT_TRANSLATE_NOOP("StateWords", "Stopping…")), stop, false};
    case GatewayState::Failed:
        //: State of the gateway: it could not start, or broke down
        return {Mark::Alert, Mood::Bad, say(QT_TRANSLATE_NOOP("StateWords", "Not running")),
            say(QT_TRANSLATE_NOOP("StateWords", "Try again")), true};
    case GatewayState::Stopped: break;
    }
    return {Mark::Square, Mood::Idle, say(QT_TRANSLATE_NOOP("StateWords", "Stopped")), start, true};
}

QString statusLine(const GatewayControl &control)
{
    if (control.state() != GatewayState::Running)
        return wordsFor(control).word;
    if (control.isRemote()) //: %1 is host and port
        return QCoreApplication::translate("StateWords", "Connected to %1").arg(control.baseUrl().authority());
    //: %1 is host and port
    return QCoreApplication::translate("StateWords", "Running on %1").arg(control.baseUrl().authority());
}

} // namespace gatehouse::ui
