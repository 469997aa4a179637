// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/process.h"

#include <climits>
#include <csignal>
#include <malloc.h>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace mediahelm::app {

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
