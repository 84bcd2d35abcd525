// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/signals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace gatehouse::app {

namespace {

sigset_t handled()
{
    sigset_t mask;
    sigemptyset(&mask);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&mask, signal);
    return mask;
}

int openDescriptor()
{
    const sigset_t mask = handled();
    return signalfd(-1, &mask, SFD_NONBLOCK | SFD_CLOEXEC);
}

} // namespace

void Signals::block()
{
    const sigset_t mask = handled();
    pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    ::signal(SIGPIPE, SIG_IGN); // a client or a log reader that goes away is an error code, not an end
    ::signal(SIGXFSZ, SIG_IGN); // so is a file that may not grow
}

Signals::Signals(QObject *parent)
    : QObject(parent)
    , m_descriptor(openDescriptor())
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Signals::onReadable);
}

Signals::~Signals()
{
    m_notifier.setEnabled(false);
    ::close(m_descriptor);
}

void Signals::onReadable()
{
    signalfd_siginfo info {};
    while (::read(m_descriptor, &info, sizeof info) == sizeof info) {
        if (info.ssi_signo == SIGHUP)
            Q_EMIT reloadAsked();
        else
            Q_EMIT stopAsked();
    }
}

} // namespace gatehouse::app
