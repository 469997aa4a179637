// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdarg>
#include <dlfcn.h>
#include <sched.h>
#include <sys/types.h>

// Part of every program that is built with ThreadSanitizer. Qt starts processes by clone(), in memory that the child
// shares until it execs; ThreadSanitizer's clone() tells the child, and in that memory the parent with it, to look at
// nothing any more: the main thread would be blind from its first process on, and what crosses it be called a race.
// Without CLONE_VM the child has memory of its own, as after fork().
extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    va_list more;
    va_start(more, argument);
    auto *parent = va_arg(more, pid_t *);
    auto *tls = va_arg(more, void *);
    auto *child = va_arg(more, pid_t *);
    va_end(more);
    using Clone = int (*)(int (*)(void *), void *, int, void *, ...);
    static const auto next = reinterpret_cast<Clone>(::dlsym(RTLD_NEXT, "clone"));
    return next(function, stack, flags & ~CLONE_VM, argument, parent, tls, child);
}
