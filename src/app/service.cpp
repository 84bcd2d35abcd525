// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/service.h"

#include "app/house.h"
#include "app/memory.h"
#include "app/signals.h"

#include <QCoreApplication>

#include <cstdio>
#include <utility>

namespace gatehouse::app {

int runService(const Options &options, int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Signals signals;
    House house(options);
    if (const auto started = house.start(); !started) {
        house.log().say(observe::Log::Level::Error, started.error().message);
        return 1;
    }
    // One line on standard output for whoever started us: scripts and tests read the port from it.
    std::printf("Gatehouse is listening on %s\n", house.baseUrl().c_str());
    std::fflush(stdout);

    giveBackFreedMemory();
    forgetWhatStartingRan();
    QObject::connect(&house, &House::changed, &house, &giveBackFreedMemory, Qt::QueuedConnection);

    bool isStopping = false;
    QObject::connect(&signals, &Signals::reloadAsked, &house, &House::reload);
    QObject::connect(&house, &House::stopped, &application, &QCoreApplication::quit);
    QObject::connect(&signals, &Signals::stopAsked, &house, [&] {
        if (std::exchange(isStopping, true))
            return house.hurry();
        house.log().say(observe::Log::Level::Info, "stopping: no new connections; running requests may finish");
        house.stop();
    });
    return QCoreApplication::exec();
}

} // namespace gatehouse::app
