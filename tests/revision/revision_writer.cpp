// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a workspace as the program does, and says so when it is done; killed on purpose by its tests:
// "revision_writer WORKSPACE save|record|tag|untag|restore|recover|hold".
#include "core/revision/restore/workspace_restorer.h"
#include "revision/store_bench.h"

#include <QFile>

#include <cstdio>
#include <unistd.h>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

template<typename T>
base::Status status(const base::Result<T> &result)
{
    return result.ok() ? base::Status() : base::Status(result.error());
}

base::Status act(const QByteArray &verb, FolderLock &lock, RevisionStore &store)
{
    WorkspaceRestorer restorer(lock);
    if (verb == "save")
        return status(store.save(tests::request(tests::after(), "after")));
    if (verb == "restore")
        return status(restorer.restore(tests::before(), tests::after()));
    if (verb == "recover")
        return status(restorer.recover());
    if (verb == "hold") {
        const auto lease = lock.take(QStringLiteral("holding it"));
        (void)!::write(STDOUT_FILENO, "held\n", 5);
        char end = 0;
        while (::read(STDIN_FILENO, &end, 1) > 0) {
        }
        return status(lease);
    }
    const auto head = store.resolve(QStringLiteral("head"));
    if (!head.ok())
        return head.error();
    if (verb == "record")
        return store.record(head->id, tests::deployment(model::Verdict::healthy));
    const auto name = model::TagName::parse(u"kept");
    const bool kept = head->tags.contains(name->text());
    if (verb == "tag")
        return kept ? base::Status() : store.addTag({*name, head->id, head->author, {}, QStringLiteral("keep it")});
    return kept ? store.removeTag(*name) : base::Status();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    const base::SystemClock clock;
    FolderLock lock(QFile::decodeName(argv[1]), QStringLiteral("revision-writer"), clock);
    RevisionStore store(lock, clock);
    const base::Status done = act(argv[2], lock, store);
    const QByteArray word = done.ok() ? QByteArray("done") : done.error().message.toUtf8();
    (void)!::write(STDOUT_FILENO, word.constData(), std::size_t(word.size()));
    return done.ok() ? 0 : 1;
}
