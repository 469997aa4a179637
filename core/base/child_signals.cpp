// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/child_signals.h"

#include <pthread.h>

namespace mediahelm::base {

SignalsHeldBack::SignalsHeldBack()
{
    sigset_t all;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
}

SignalsHeldBack::~SignalsHeldBack()
{
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void restoreChildSignals()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    struct sigaction hangUp;
    if (::sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN)
        ::signal(SIGHUP, SIG_DFL); // no handler of ours may run here
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

} // namespace mediahelm::base
