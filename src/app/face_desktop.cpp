// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/face_desktop.h"

#include "app/desktop.h"
#include "app/house_control.h"
#include "app/key_store.h"
#include "app/signals.h"
#include "ui/shell/single_instance.h"

#include <QApplication>

namespace gatehouse::app {

namespace {

// What runs when the user quits may finish, but nobody waits long for a window that is gone.
constexpr std::chrono::seconds patienceAtTheEnd {5};

} // namespace

} // namespace gatehouse::app

int gatehouseRunDesktop(const gatehouse::app::Options &options, int &argc, char **argv)
{
    using namespace gatehouse;
    using namespace gatehouse::app;
    QApplication application(argc, argv);
    prepareDesktop(application);
    ui::SingleInstance instance(QString::fromStdString(options.dataDir));
    if (!instance.claim())
        return 0; // the one that runs already has come to the front
    const Signals signals;
    HouseControl control(options);
    QObject::connect(&signals, &Signals::stopAsked, &application, &QCoreApplication::quit);
    QObject::connect(&signals, &Signals::reloadAsked, &control, &HouseControl::reload);
    KeychainStore keys(options.keychainTime);
    QObject::connect(&keys, &KeychainStore::changed, &control, &HouseControl::reload);
    control.start();
    const int status = runDesktop(application, control, keys, options.minimized, &instance);
    control.end(patienceAtTheEnd);
    return status;
}
