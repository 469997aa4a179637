// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/lifeline.h"

#include <cerrno>
#include <csignal>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mediahelm::revision {

namespace {

// Whether a word came; false at the end of the other side.
bool hear(int fd)
{
    char word = 0;
    ssize_t size = 0;
    do
        size = ::read(fd, &word, 1);
    while (size < 0 && errno == EINTR);
    return size == 1;
}

void closeAllFrom(unsigned first)
{
    if (::syscall(SYS_close_range, first, ~0U, 0) == 0)
        return;
    const long most = ::sysconf(_SC_OPEN_MAX); // a kernel before 5.9
    for (int fd = int(first); fd < most; ++fd)
        ::close(fd);
}

[[noreturn]] void watch(int fd)
{
    ::prctl(PR_SET_NAME, "compose-watch");
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) // what asks the group to end asks others
        ::signal(number, SIG_IGN);
    // It must hold neither the pipes that the child prints into, nor the lock of the workspace.
    ::dup2(fd, STDIN_FILENO);
    closeAllFrom(STDIN_FILENO + 1);
    if (!hear(STDIN_FILENO))
        ::kill(0, SIGKILL); // its own group, which is the child's: it keeps the number from being given anew
    ::_exit(0);
}

} // namespace

Lifeline::Lifeline()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    m_ours = base::UniqueFd(ends[0]);
    m_childs = base::UniqueFd(ends[1]);
}

void Lifeline::startWatcher() const
{
    ::close(m_ours.get()); // the child's copy, with which the watcher would wait for itself
    if (::_Fork() == 0)
        watch(m_childs.get());
}

void Lifeline::childHasEnded() const
{
    const char word = 'e';
    (void)!::send(m_ours.get(), &word, 1, MSG_NOSIGNAL);
}

} // namespace mediahelm::revision
