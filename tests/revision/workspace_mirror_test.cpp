// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_mirror.h"

#include "core/revision/compose/local_compose_process.h"
#include "core/revision/compose/project_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

constexpr int patience = 60000; // milliseconds

const QByteArray file = "services:\n"
                        "  web:\n"
                        "    image: app:1\n"
                        "    env_file: [web.env, ../common.env]\n"
                        "    extends: {file: deep/base.yaml, service: base}\n"
                        "    volumes: ['./config:/config', '../shared:/shared']\n";

Snapshot snapshotWith(const QByteArray &env, bool later)
{
    Snapshot snapshot;
    const auto add = [&](const char *path, const QByteArray &bytes) {
        QVERIFY(snapshot.add(*model::FilePath::parse(QString::fromLatin1(path)), {bytes, false}).ok());
    };
    add("compose.yaml", file);
    add("web.env", env);
    add("deep/base.yaml", "services: {base: {hostname: " + env.mid(2).trimmed() + "}}\n");
    if (later)
        add("later/extra.env", "X=1\n");
    return snapshot;
}

void write(const QString &folder, const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(folder + u'/' + path).path()));
    QFile out(folder + u'/' + path);
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(out.write(bytes), bytes.size());
}

void write(const QString &folder, const Snapshot &snapshot)
{
    for (auto each = snapshot.files().cbegin(); each != snapshot.files().cend(); ++each)
        write(folder, each.key().text(), each->bytes);
}

} // namespace

// With the real Compose; no engine is asked.
class WorkspaceMirrorTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;
    QTemporaryDir m_temporary;
    QString m_folder;
    QString m_mirror;
    LocalComposeProcess m_compose{*model::EngineAddress::parse(u"unix:///run/none.sock")};

    base::Result<ProjectReading> read(const QString &mirror)
    {
        const auto command =
            ComposeCommand::make({m_folder, QStringLiteral("media"), {}, {QStringLiteral("compose.yaml")}, {}, mirror});
        ProjectReader reader(m_compose, *command, {});
        const auto future = reader.read({});
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
            return base::Error{base::ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
        return future.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = QFileInfo(m_root.path()).canonicalFilePath() + QStringLiteral("/srv/media");
        m_mirror = QFileInfo(m_temporary.path()).canonicalFilePath();
        write(m_folder, QStringLiteral("../common.env"), "COMMON=1\n");
        write(m_folder, QStringLiteral("data/film"), "x");
        write(m_folder, QStringLiteral("deep/untracked"), "x");
        write(m_folder, QStringLiteral(".mediahelm/lock"), "");
        write(m_folder, snapshotWith("A=two", true));
        QVERIFY(makeMirror(m_mirror, m_folder, snapshotWith("A=one", false), snapshotWith("A=two", true)).ok());
    }

    void holdsTheSnapshotAndLinksToAllElse()
    {
        const QDir there(m_mirror + m_folder);
        QFile env(there.filePath(QStringLiteral("web.env")));
        QVERIFY(env.open(QIODevice::ReadOnly));
        QCOMPARE(env.readAll(), QByteArray("A=one"));
        QVERIFY(QFileInfo(there.filePath(QStringLiteral("data"))).isSymLink());
        QVERIFY(QFileInfo(there.filePath(QStringLiteral("deep/untracked"))).isSymLink());
        QVERIFY(QFile::exists(there.filePath(QStringLiteral("../common.env"))));
        QVERIFY(!QFile::exists(there.filePath(QStringLiteral("later/extra.env")))); // it would be removed
        QVERIFY(!QFile::exists(there.filePath(QStringLiteral(".mediahelm"))));
    }

    void composeReadsTheOtherFilesAsIfTheyLayThere()
    {
        const auto today = read({});
        if (!today && today.error().kind == base::ErrorKind::notFound)
            QSKIP("SKIPPED: there is no Compose here");
        QVERIFY2(today.ok(), today ? "" : qPrintable(today.error().message + today.error().detail));
        const auto asIf = read(m_mirror);
        QVERIFY2(asIf.ok(), asIf ? "" : qPrintable(asIf.error().message + asIf.error().detail));
        QCOMPARE(asIf->project.services.first().mounts, today->project.services.first().mounts);
        QVERIFY(asIf->hashes != today->hashes);
        QVERIFY(asIf->project.services.first().environment != today->project.services.first().environment);
        // And when they do lie there it is the very same.
        write(m_folder, snapshotWith("A=one", false));
        const auto then = read({});
        QVERIFY(then.ok());
        QCOMPARE(then->hashes, asIf->hashes);
        QCOMPARE(then->project.services.first().environment, asIf->project.services.first().environment);
    }

    void whatComposeRefusesIsToldWithoutTheMirror()
    {
        QVERIFY(QFile::remove(m_mirror + m_folder + QStringLiteral("/web.env")));
        const auto asIf = read(m_mirror);
        QVERIFY(!asIf.ok());
        const QString words = asIf.error().message + asIf.error().detail;
        QVERIFY2(words.contains(m_folder + QStringLiteral("/web.env")), qPrintable(words));
        QVERIFY2(!words.contains(m_mirror), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(WorkspaceMirrorTest)
#include "workspace_mirror_test.moc"
