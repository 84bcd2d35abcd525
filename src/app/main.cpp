// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/face.h"
#include "app/memory.h"
#include "app/options.h"
#include "app/service.h"
#include "app/signals.h"

#include <QCoreApplication>

#include <sys/resource.h>

namespace {

// Every client and every provider is a descriptor; the usual soft limit of 1,024 is a courtesy to programs that use select().
void raiseDescriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

// Options are read before any application object exists, because they decide which one it is to be.
int main(int argc, char **argv)
{
    using namespace gatehouse::app;
    QCoreApplication::setOrganizationName(QStringLiteral("Gatehouse"));
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const Options options = parseOptions({argv + 1, argv + argc});
    if (options.task != Options::Task::Run)
        return runCommand(options);
    Signals::block();
    raiseDescriptorLimit();
    keepFreedMemory();
    return options.service ? runService(options, argc, argv) : runFace(options, argc, argv);
}
