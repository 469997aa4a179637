// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/process.h"

#include <climits>
#include <csignal>
#include <malloc.h>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace mediahelm::app {

namespace {

// What a handler may touch: it gets nothing handed in.
volatile std::sig_atomic_t lateExitCode = 0;

void endAsItIs(int /*signal*/)
{
    constexpr char words[] =
        "mediahelm: something holds the end up, most likely a disk that does not answer; ended without it\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words, sizeof words - 1);
    ::_exit(lateExitCode);
}

} // namespace

void prepareProcess(ProcessKind kind)
{
#ifdef __GLIBC__
    if (kind == ProcessKind::stays) {
        ::mallopt(M_ARENA_MAX, 1);
        ::mallopt(M_TRIM_THRESHOLD, 256 * 1024);
        ::mallopt(M_MMAP_THRESHOLD, 128 * 1024); // also keeps it from growing by itself
    } else {
        ::mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
        ::mallopt(M_TOP_PAD, 1024 * 1024);
        ::mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    }
#endif
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    std::signal(SIGPIPE, SIG_IGN);
}

int endWithin(std::chrono::seconds most, int exitCode)
{
    lateExitCode = exitCode;
    std::signal(SIGALRM, endAsItIs);
    ::alarm(static_cast<unsigned>(most.count()));
    return exitCode;
}

void becomeServerProgram(char **argv)
{
    std::string path(PATH_MAX, '\0');
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    if (length <= 0)
        return;
    path.resize(static_cast<std::size_t>(length));
    path += "-server";
    ::execv(path.c_str(), argv);
}

} // namespace mediahelm::app
