// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/git_library.h"

#include <git2.h>

#include <mutex>

namespace mediahelm::revision {

namespace {

void setUp()
{
    git_libgit2_init();
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
    // A store is opened by its path and runs no hooks; a server may serve another user's workspace.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    for (const int level :
         {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
}

} // namespace

GitLibrary::GitLibrary()
{
    static std::once_flag once;
    std::call_once(once, setUp);
}

base::Error gitError(const QString &what, int code)
{
    const git_error *error = git_error_last();
    const QString words = error && error->message ? QString::fromUtf8(error->message) : QString();
    if (code == GIT_ELOCKED)
        return base::Error{base::ErrorKind::conflict, QStringLiteral("%1: git is at work in the store").arg(what),
                           words};
    const int family = error ? error->klass : int(GIT_ERROR_NONE);
    if (family == GIT_ERROR_OS || family == GIT_ERROR_FILESYSTEM || family == GIT_ERROR_NOMEMORY)
        return base::Error{base::ErrorKind::io, QStringLiteral("%1: %2").arg(what, words), {}};
    return base::Error{base::ErrorKind::internal, QStringLiteral("%1: the revision store is damaged").arg(what), words};
}

} // namespace mediahelm::revision
