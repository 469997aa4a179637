// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

namespace mediahelm::tests {

using namespace revision;

model::FilePath path(const char *text)
{
    const auto parsed = model::FilePath::parse(QString::fromUtf8(text));
    return parsed.ok() ? *parsed : model::FilePath();
}

Snapshot snapshot(std::initializer_list<File> files)
{
    Snapshot all;
    for (const auto &[name, bytes] : files) {
        QByteArray where = name;
        const bool executable = where.endsWith('*');
        if (executable)
            where.chop(1);
        if (const auto added = all.add(path(where.constData()), {bytes, executable}); !added.ok())
            qFatal("%s: %s", name, qPrintable(added.error().message));
    }
    return all;
}

SaveRequest request(const Snapshot &files, const char *message)
{
    SaveRequest what;
    what.snapshot = files;
    what.author = {QStringLiteral("Ada Lovelace"), QStringLiteral("ada@example.org")};
    what.message = QString::fromUtf8(message);
    return what;
}

model::Deployment deployment(model::Verdict verdict)
{
    return {QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC),
            {QStringLiteral("Ada Lovelace"), QStringLiteral("ada@example.org")},
            verdict,
            {{QStringLiteral("jellyfin"), QStringLiteral("jellyfin/jellyfin:10.9"), QStringLiteral("sha256:0123abcd")}},
            QStringLiteral("3 services in 12 s")};
}

Snapshot before()
{
    return snapshot({{"mediahelm.yaml", "name: home\n"},
                     {"services/jellyfin.yaml", "image: jellyfin:1\n" + QByteArray(9'000, 'j')},
                     {"services/gone.yaml", "image: gone\n"},
                     {"templates/a", "a file that becomes a folder\n"},
                     {"templates/b/c", "a folder that becomes a file\n"},
                     {"run.sh", "#!/bin/sh\n"}});
}

Snapshot after()
{
    return snapshot({{"mediahelm.yaml", "name: home\n"},
                     {"services/jellyfin.yaml", "image: jellyfin:2\n" + QByteArray(9'000, 'j')},
                     {"services/new.yaml", "image: new\n"},
                     {"templates/a/d", "a file that became a folder\n"},
                     {"templates/b", "a folder that became a file\n"},
                     {"run.sh*", "#!/bin/sh\n"}});
}

void writeWorkspace(const QString &folder, const Snapshot &files)
{
    for (auto it = files.files().begin(); it != files.files().end(); ++it) {
        QVERIFY(QDir(folder).mkpath(folderOf(it.key()).isEmpty() ? QStringLiteral(".") : folderOf(it.key())));
        QFile file(folder + u'/' + it.key().text());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(it->bytes), it->bytes.size());
        const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(file.setPermissions(it->executable ? readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther
                                                   : readable));
    }
}

QMap<QString, QByteArray> readWorkspace(const QString &folder)
{
    QMap<QString, QByteArray> all;
    const QDir root(folder);
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString name = root.relativeFilePath(it.filePath());
        if (name == QLatin1String(".mediahelm") || name.startsWith(QLatin1String(".mediahelm/")))
            continue;
        if (it.fileInfo().isDir()) {
            if (QDir(it.filePath()).isEmpty())
                all.insert(name + u'/', {});
            continue;
        }
        QFile file(it.filePath());
        all.insert(name + (it.fileInfo().isExecutable() ? QStringLiteral("*") : QString()),
                   file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)"));
    }
    return all;
}

QMap<QString, QByteArray> asRead(const Snapshot &files)
{
    QMap<QString, QByteArray> all;
    for (auto it = files.files().begin(); it != files.files().end(); ++it)
        all.insert(it.key().text() + (it->executable ? QStringLiteral("*") : QString()), it->bytes);
    return all;
}

GitSays git(const QString &workspace, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(workspace);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral("git"),
                  QStringList{QStringLiteral("--git-dir"), QStringLiteral(".mediahelm/revisions.git")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!finished.wait(60'000))
        return {};
    return {process.exitCode(), process.readAll()};
}

QByteArray fsck(const QString &workspace)
{
    const GitSays says = git(workspace,
                             {QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--full"),
                              QStringLiteral("--no-dangling"), QStringLiteral("--no-progress")});
    // Before the first revision "main" is not there yet.
    QByteArray text = says.text;
    text.replace("notice: HEAD points to an unborn branch (main)\n", "").replace("notice: No default references\n", "");
    return says.exitCode == 0 ? text : "exit " + QByteArray::number(says.exitCode) + ": " + text;
}

StoreBench::StoreBench()
    : lock(m_folder.path(), QStringLiteral("store-test"), clock)
    , store(lock, clock)
{
}

model::Revision StoreBench::save(const SaveRequest &what)
{
    clock.advance(std::chrono::minutes(1));
    const auto outcome = store.save(what);
    if (!outcome.ok() || !outcome->saved)
        qFatal("not saved: %s", outcome.ok() ? "nothing has changed" : qPrintable(outcome.error().message));
    return outcome->revision;
}

model::Revision StoreBench::save(std::initializer_list<File> files, const char *message)
{
    return save(request(snapshot(files), message));
}

} // namespace mediahelm::tests
