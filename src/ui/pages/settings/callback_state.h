// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// One callback or channel of alerts as the page shows it.
struct CallbackState {
    QString name; ///< as the configuration and /health/services have it
    QString told; ///< of what
    Mark mark = Mark::Ring;
    Mood mood = Mood::Idle;
    QString word = {};
    QString figures = {};
    QString trouble = {}; ///< why it does not work
    bool canBeTested = true;
};

/// What is known of them, from several answers.
struct CallbackNews {
    QJsonObject tree;    ///< the configuration, as GET /config/tree has it
    QJsonArray problems; ///< of the configuration, as GET /config/file has them
    QJsonObject inUse;   ///< GET /callbacks/list; empty: not known
    QJsonArray sinks;    ///< "sinks" of GET /active/callbacks
};

/// Those that the configuration names, those in use beside, and the channels of alerts; each once, in this order.
QList<CallbackState> callbackStates(const CallbackNews &news);

} // namespace gatehouse::ui
