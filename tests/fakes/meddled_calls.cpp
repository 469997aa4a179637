// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into a program beforehand (LD_PRELOAD), it counts the calls by which the program changes files below a folder,
// over all of its threads, and meddles with one of them. (strace counts for each thread, so that it cannot be told to
// stop at the n-th call of all.) Told by the environment:
//   MEDDLE_PROGRAM  name of the program that is meant; in others, which it starts, nothing is done
//   MEDDLE_FOLDER   absolute, without links
//   MEDDLE_AT       number of the call, from 1; 0 for none
//   MEDDLE_HOW      kill: SIGKILL before it; tear: SIGKILL with half of it, or of the next write, written;
//                   eio: it fails; enospc: it and all that need room after it fail
//   MEDDLE_LOG      a file to which each call and its path is added
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

std::string linkAt(const std::string &link)
{
    char target[PATH_MAX];
    const ssize_t size = ::readlink(link.c_str(), target, sizeof target);
    return size > 0 ? std::string(target, std::size_t(size)) : std::string();
}

struct Orders {
    std::string folder;
    std::string how;
    long at = 0;
    int log = -1;
    bool meant = false;

    Orders()
        : folder(variable("MEDDLE_FOLDER"))
        , how(variable("MEDDLE_HOW"))
        , at(std::atol(variable("MEDDLE_AT").c_str()))
    {
        const std::string program = linkAt("/proc/self/exe");
        meant = !folder.empty() && program.substr(program.rfind('/') + 1) == variable("MEDDLE_PROGRAM");
        if (const std::string path = variable("MEDDLE_LOG"); meant && !path.empty())
            log = int(::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    }
};

const Orders &orders()
{
    static const Orders given;
    return given;
}

std::string ofDescriptor(int fd)
{
    return linkAt("/proc/self/fd/" + std::to_string(fd));
}

std::string ofPath(int folder, const char *path)
{
    if (!path)
        return {};
    if (*path == '/')
        return path;
    return (folder == AT_FDCWD ? linkAt("/proc/self/cwd") : ofDescriptor(folder)) + '/' + path;
}

bool isInside(const std::string &path)
{
    return path.compare(0, orders().folder.size(), orders().folder) == 0;
}

enum class Verdict { goOn, tear, fail };

// Of one call; sets errno for one that fails.
Verdict judge(const char *call, const std::string &path, bool needsRoom)
{
    if (!orders().meant || !isInside(path))
        return Verdict::goOn;
    static std::atomic<long> calls{0};
    const long number = ++calls;
    if (orders().log >= 0) {
        const std::string line = std::string(call) + ' ' + path + '\n';
        ::syscall(SYS_write, orders().log, line.data(), line.size());
    }
    if (orders().at == 0 || number < orders().at)
        return Verdict::goOn;
    const bool first = number == orders().at;
    if (first && orders().how == "kill")
        ::syscall(SYS_kill, ::getpid(), SIGKILL);
    if (orders().how == "tear" && std::strstr(call, "write"))
        return Verdict::tear;
    if (first && orders().how == "eio") {
        errno = EIO;
        return Verdict::fail;
    }
    if (needsRoom && orders().how == "enospc") {
        errno = ENOSPC;
        return Verdict::fail;
    }
    return Verdict::goOn;
}

template<typename F>
F next(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

bool takesMode(int flags)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

bool changes(int flags)
{
    return (flags & (O_CREAT | O_TRUNC)) != 0;
}

// Whether an opening changes anything: what is there already is not made.
bool makes(int flags, const std::string &path)
{
    struct stat status {
    };
    return changes(flags) && ((flags & O_TRUNC) || ::stat(path.c_str(), &status) != 0);
}

template<typename Call>
ssize_t writing(const char *call, int fd, std::size_t size, const Call &write)
{
    switch (judge(call, orders().meant ? ofDescriptor(fd) : std::string(), true)) {
    case Verdict::fail: return -1;
    case Verdict::tear:
        write(size / 2);
        ::syscall(SYS_kill, ::getpid(), SIGKILL);
        break;
    case Verdict::goOn: break;
    }
    return write(size);
}

template<typename Call>
int changing(const char *call, const std::string &path, bool needsRoom, const Call &change)
{
    if (judge(call, path, needsRoom) == Verdict::fail)
        return -1;
    return change();
}

} // namespace

// NOLINTBEGIN: the names and forms are the C library's.
extern "C" {

ssize_t write(int fd, const void *bytes, size_t size)
{
    return writing("write", fd, size, [&](size_t part) { return ::syscall(SYS_write, fd, bytes, part); });
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
    return writing("pwrite", fd, size, [&](size_t part) { return ::syscall(SYS_pwrite64, fd, bytes, part, at); });
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    return pwrite64(fd, bytes, size, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    return writing("writev", fd, size_t(count),
                   [&](size_t part) { return ::syscall(SYS_writev, fd, parts, int(part)); });
}

int fsync(int fd)
{
    return changing("fsync", ofDescriptor(fd), true, [&] { return int(::syscall(SYS_fsync, fd)); });
}

int fdatasync(int fd)
{
    return changing("fdatasync", ofDescriptor(fd), true, [&] { return int(::syscall(SYS_fdatasync, fd)); });
}

int ftruncate64(int fd, off64_t size) noexcept
{
    return changing("ftruncate", ofDescriptor(fd), true, [&] { return int(::syscall(SYS_ftruncate, fd, size)); });
}

int ftruncate(int fd, off_t size) noexcept
{
    return ftruncate64(fd, size);
}

int renameat2(int from, const char *old, int to, const char *fresh, unsigned flags) noexcept
{
    return changing("rename", ofPath(to, fresh), true,
                    [&] { return int(::syscall(SYS_renameat2, from, old, to, fresh, flags)); });
}

int renameat(int from, const char *old, int to, const char *fresh) noexcept
{
    return renameat2(from, old, to, fresh, 0);
}

int rename(const char *old, const char *fresh) noexcept
{
    return renameat2(AT_FDCWD, old, AT_FDCWD, fresh, 0);
}

int linkat(int from, const char *old, int to, const char *fresh, int flags) noexcept
{
    return changing("link", ofPath(to, fresh), true,
                    [&] { return int(::syscall(SYS_linkat, from, old, to, fresh, flags)); });
}

int link(const char *old, const char *fresh) noexcept
{
    return linkat(AT_FDCWD, old, AT_FDCWD, fresh, 0);
}

int symlink(const char *old, const char *fresh) noexcept
{
    return changing("symlink", ofPath(AT_FDCWD, fresh), true,
                    [&] { return int(::syscall(SYS_symlinkat, old, AT_FDCWD, fresh)); });
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return changing("unlink", ofPath(folder, path), false,
                    [&] { return int(::syscall(SYS_unlinkat, folder, path, flags)); });
}

int unlink(const char *path) noexcept
{
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char *path) noexcept
{
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int remove(const char *path) noexcept
{
    const int done = unlinkat(AT_FDCWD, path, 0);
    return done != 0 && (errno == EISDIR || errno == EPERM) ? rmdir(path) : done;
}

int mkdirat(int folder, const char *path, mode_t mode) noexcept
{
    return changing("mkdir", ofPath(folder, path), true,
                    [&] { return int(::syscall(SYS_mkdirat, folder, path, mode)); });
}

int mkdir(const char *path, mode_t mode) noexcept
{
    return mkdirat(AT_FDCWD, path, mode);
}

int chmod(const char *path, mode_t mode) noexcept
{
    return changing("chmod", ofPath(AT_FDCWD, path), false,
                    [&] { return int(::syscall(SYS_fchmodat, AT_FDCWD, path, mode)); });
}

int fchmod(int fd, mode_t mode) noexcept
{
    return changing("fchmod", ofDescriptor(fd), false, [&] { return int(::syscall(SYS_fchmod, fd, mode)); });
}

int openat64(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = takesMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    const auto open = [&] { return int(::syscall(SYS_openat, folder, path, flags, mode)); };
    const std::string place = changes(flags) && orders().meant ? ofPath(folder, path) : std::string();
    return !place.empty() && makes(flags, place) ? changing("open", place, true, open) : open();
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = takesMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openat64(folder, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = takesMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openat64(AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = takesMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return openat64(AT_FDCWD, path, flags, mode);
}

int mkostemps(char *path, int suffix, int flags)
{
    using Call = int (*)(char *, int, int);
    return changing("open", ofPath(AT_FDCWD, path), true, [&] { return next<Call>("mkostemps")(path, suffix, flags); });
}

int mkostemp(char *path, int flags)
{
    return mkostemps(path, 0, flags);
}

int mkostemp64(char *path, int flags)
{
    return mkostemps(path, 0, flags);
}

int mkstemp(char *path)
{
    return mkostemps(path, 0, 0);
}

int mkstemp64(char *path)
{
    return mkostemps(path, 0, 0);
}
}
// NOLINTEND
