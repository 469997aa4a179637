// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/unix_signals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace mediahelm::app {

namespace {

// What a handler may touch: it gets nothing handed in.
int pipeEnds[2] = {-1, -1};
volatile std::sig_atomic_t endSignals = 0;
volatile std::sig_atomic_t hangUpEnds = 1;

void handle(int signal)
{
    const int before = errno;
    if (signal != SIGHUP || hangUpEnds) {
        if (endSignals > 0)
            ::_exit(128 + signal);
        endSignals = 1;
    }
    const auto byte = static_cast<unsigned char>(signal);
    // A full pipe holds enough of them already.
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = before;
}

} // namespace

UnixSignals::UnixSignals(HangUp hangUp, QObject *parent)
    : QObject(parent)
{
    hangUpEnds = hangUp == HangUp::ends;
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep their default: they end the process
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &UnixSignals::read);

    struct sigaction action {
    };
    action.sa_handler = handle; // without SA_RESTART: a blocked write returns, and can see endAsked()
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

UnixSignals::~UnixSignals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, SIG_DFL);
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

bool UnixSignals::endAsked()
{
    return endSignals > 0;
}

void UnixSignals::read()
{
    unsigned char bytes[64];
    bool reloads = false;
    int ends = 0;
    for (ssize_t n = 0; (n = ::read(pipeEnds[0], bytes, sizeof bytes)) > 0;) {
        for (ssize_t i = 0; i < n; ++i) {
            if (bytes[i] == SIGHUP && !hangUpEnds)
                reloads = true; // a storm of them is one
            else
                ends = bytes[i];
        }
    }
    if (ends)
        Q_EMIT ended(ends);
    else if (reloads)
        Q_EMIT reload();
}

} // namespace mediahelm::app
