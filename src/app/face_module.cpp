// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/face.h"

#include "app/face_desktop.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>
#include <QStringList>

#include <cstdio>

namespace gatehouse::app {

namespace {

// The window and its libraries are a module of their own, so that the service loads none of them: beside the program where it
// was built, in the library directory where it is installed.
QString moduleFile()
{
    const QString here = QFileInfo(QStringLiteral("/proc/self/exe")).canonicalPath();
    const QString name = QStringLiteral("gatehouse-desktop.so");
    for (const QString &place : {QStringLiteral("/"), QStringLiteral("/../lib/gatehouse/")}) {
        if (QFileInfo::exists(here + place + name))
            return here + place + name;
    }
    return here + u'/' + name;
}

} // namespace

int runFace(const Options &options, int &argc, char **argv)
{
    QLibrary module(moduleFile());
    const auto run = reinterpret_cast<decltype(&gatehouseRunDesktop)>(module.resolve("gatehouseRunDesktop"));
    if (run)
        return run(options, argc, argv);
    std::fprintf(stderr, "gatehouse: the desktop cannot be loaded: %s\nWithout it there is: gatehouse --service\n",
        qPrintable(module.errorString()));
    return 2;
}

} // namespace gatehouse::app
