// SPDX-License-Identifier: GPL-3.0-or-later
// The revision store, "bench_revisions [REVISIONS [FILES]]": makes so many revisions (1,000) of a workspace of so many
// files (60) in a temporary folder, each changing one file, and says on stdout what each thing took, in milliseconds:
// the median and the worst. Beside it git's own log and diff, process and all.
#include "core/base/clock.h"
#include "core/revision/store/revision_store.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

double timed(const std::function<bool()> &what)
{
    QElapsedTimer timer;
    timer.start();
    if (!what())
        std::fputs("failed\n", stderr);
    return double(timer.nsecsElapsed()) / 1e6;
}

void tell(const char *name, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-44s %9.2f ms  worst %9.2f ms\n", name, times[times.size() / 2], times.back());
}

void tellFive(const char *name, const std::function<bool()> &what)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        times.push_back(timed(what));
    tell(name, times);
}

Snapshot workspace(int files, int revision)
{
    Snapshot snapshot;
    for (int i = 0; i < files; ++i) {
        const auto path = model::FilePath::parse(QStringLiteral("services/service-%1.yaml").arg(i));
        const int version = revision / files + (i <= revision % files ? 1 : 0);
        QByteArray content = "services:\n  s" + QByteArray::number(i) + ":\n";
        for (int line = 0; line < 60; ++line)
            content += "    key-" + QByteArray::number(line) + ": a value of a usual length\n";
        content += "    image: registry/s:" + QByteArray::number(version) + '\n';
        (void)snapshot.add(*path, {content, false});
    }
    return snapshot;
}

bool git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("git"),
                  QStringList{QStringLiteral("--git-dir"), folder + QStringLiteral("/.mediahelm/revisions.git")}
                      + arguments);
    return process.waitForFinished(-1) && process.exitCode() == 0;
}

void tellSize(const QString &folder)
{
    qint64 bytes = 0;
    int objects = 0;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        bytes += it.fileInfo().size();
        ++objects;
    }
    std::printf("%-44s %9.2f MB in %d files\n", "on disk", double(bytes) / 1e6, objects);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int revisions = arguments.size() > 1 ? arguments.at(1).toInt() : 1'000;
    const int files = arguments.size() > 2 ? arguments.at(2).toInt() : 60;
    const QTemporaryDir folder;
    const base::SystemClock clock;
    FolderLock lock(folder.path(), QStringLiteral("bench"), clock);
    RevisionStore store(lock, clock);

    std::vector<double> saves;
    model::RevisionId first;
    model::RevisionId last;
    for (int i = 0; i < revisions; ++i) {
        SaveRequest request;
        request.snapshot = workspace(files, i);
        request.author = {QStringLiteral("Bench"), QStringLiteral("bench@example.org")};
        request.message = QStringLiteral("change %1").arg(i);
        request.services = {QStringLiteral("s%1").arg(i % files)};
        saves.push_back(timed([&] {
            const auto outcome = store.save(request);
            if (outcome.ok())
                (i == 0 ? first : last) = outcome->revision.id;
            return outcome.ok() && outcome->saved;
        }));
    }
    tell("save, one file changed (fsync)", saves);

    const auto page = [&](const model::RevisionFilter &filter, int limit) {
        return [&store, filter, limit] { return store.list(filter, limit).ok(); };
    };
    RevisionStore fresh(lock, clock);
    tell("open and list the newest 50", {timed([&] { return fresh.list({}, 50).ok(); })});
    tellFive("list the newest 50", page({}, 50));
    tellFive("list all", page({}, 1'000));
    tellFive("git log", [&] { return git(folder.path(), {QStringLiteral("log")}); });
    tellFive("one file's history", page({{}, QStringLiteral("services/service-3.yaml"), {}, {}}, 1'000));
    tellFive("git log of one file", [&] {
        return git(folder.path(),
                   {QStringLiteral("log"), QStringLiteral("--"), QStringLiteral("services/service-3.yaml")});
    });
    tellFive("search in messages", page({{}, {}, QStringLiteral("change 77"), {}}, 1'000));
    tellFive("search in content", page({{}, {}, {}, "registry/s:3"}, 1'000));
    tellFive("diff of first and last", [&] { return store.diff(first, last).ok(); });
    tellFive("git diff of first and last", [&] {
        return git(folder.path(), {QStringLiteral("diff"), first.text(), last.text()});
    });
    tellFive("show", [&] { return store.show(last).ok(); });
    tellFive("external change, none", [&] { return store.externalChange(workspace(files, revisions - 1)).ok(); });
    tellFive("check", [&] { return store.check().state == StoreState::good; });
    tell("verify", {timed([&] { return store.verify().ok(); })});
    tellSize(folder.path());
    return 0;
}
