// SPDX-License-Identifier: GPL-3.0-or-later
// Plain git reads what we write, and we read what it writes.
#include "revision/store_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

QByteArray said(const tests::StoreBench &bench, std::initializer_list<const char *> words, const QByteArray &input = {})
{
    QStringList arguments;
    for (const char *word : words)
        arguments.append(QString::fromUtf8(word));
    const auto says = tests::git(bench.folder(), arguments, input);
    return says.exitCode == 0 ? says.text.trimmed() : "failed: " + says.text;
}

} // namespace

class TestRevisionGit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainGitReadsTheStore()
    {
        tests::StoreBench bench;
        SaveRequest what = tests::request(
            tests::snapshot({{"compose.yaml", "a\n"}, {"bin/run*", "#!/bin/sh\n"}, {"\xc3\xbc", "u\n"}}), "First");
        what.kind = model::RevisionKind::applied;
        what.services = {QStringLiteral("jellyfin"), QStringLiteral("sonarr")};
        const model::Revision first = bench.save(what);
        const model::Revision second = bench.save({{"compose.yaml", "b\n"}}, "Second\n\nwith a body");
        QVERIFY(bench.store.record(first.id, tests::deployment(model::Verdict::healthy)).ok());
        QVERIFY(bench.store.addTag({*model::TagName::parse(u"kept"), first.id, first.author, {}, QStringLiteral("ok")})
                    .ok());

        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
        QCOMPARE(said(bench, {"log", "--format=%H"}), (second.id.text() + u'\n' + first.id.text()).toLatin1());
        QCOMPARE(said(bench, {"log", "-1", "--format=%an|%ae|%cn|%aI|%s|%b"}).left(68),
                 QByteArray("Ada Lovelace|ada@example.org|Ada Lovelace|2026-01-01T12:02:00+00:00|Second|with a body")
                     .left(68));
        QCOMPARE(said(bench, {"log", "-1", "--format=%(trailers:key=Mediahelm-Service,valueonly)", "HEAD~1"}),
                 QByteArray("jellyfin\nsonarr"));
        QCOMPARE(said(bench, {"show", "main~1:bin/run"}), QByteArray("#!/bin/sh"));
        QCOMPARE(said(bench, {"-c", "core.quotePath=off", "ls-tree", "-r", "--format=%(objectmode) %(path)", "kept"}),
                 QByteArray("100755 bin/run\n100644 compose.yaml\n100644 \xc3\xbc"));
        QVERIFY(said(bench, {"log", "--notes=deployments", "kept"}).contains("Verdict: healthy"));
        QVERIFY(said(bench, {"notes", "--ref=deployments", "show", "kept^{commit}"})
                    .contains("Image: jellyfin jellyfin/jellyfin:10.9 sha256:0123abcd"));
        QCOMPARE(said(bench, {"cat-file", "-t", "kept"}), QByteArray("tag"));
        QCOMPARE(said(bench, {"rev-parse", "last-good"}), first.id.text().toLatin1());
        QCOMPARE(said(bench, {"rev-parse", "--is-bare-repository"}), QByteArray("true"));
    }

    void usersOwnRepositoryDoesNotSeeOurs()
    {
        tests::StoreBench bench;
        bench.save({{"a", "1"}});
        const auto own = [&](const QStringList &arguments) {
            return tests::git(bench.folder(),
                              QStringList{QStringLiteral("--git-dir"), QStringLiteral(".git")} + arguments)
                .text;
        };
        own({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral(".")});
        QCOMPARE(own({QStringLiteral("--work-tree"), QStringLiteral("."), QStringLiteral("status"),
                      QStringLiteral("--porcelain"), QStringLiteral("--untracked-files=all")}),
                 QByteArray());
    }

    void packedByGitItReadsOn()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        bench.save({{"a", "2"}});
        QVERIFY(bench.store.record(first.id, tests::deployment(model::Verdict::healthy)).ok());
        QVERIFY(!said(bench, {"gc", "-q", "--prune=now"}).startsWith("failed"));
        QVERIFY(QFile::exists(bench.storePath() + QStringLiteral("/packed-refs")));
        QCOMPARE(bench.store.list({}, 10)->total, 2);
        QVERIFY(bench.store.verify().ok());
        const model::Revision third = bench.save({{"a", "3"}});
        QVERIFY(bench.store.record(third.id, tests::deployment(model::Verdict::healthy)).ok());
        QVERIFY(bench.store.addTag({*model::TagName::parse(u"kept"), first.id, {}, {}, {}}).ok());
        QVERIFY(bench.store.removeTag(*model::TagName::parse(u"kept")).ok());
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
        QCOMPARE(bench.store.resolve(QStringLiteral("last-good"))->id, third.id);
    }

    void commitByHandIsForeignAndDoesNotStopUs()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        const QByteArray blob = said(bench, {"hash-object", "-w", "--stdin"}, "by hand\n");
        const QByteArray tree =
            said(bench, {"mktree"}, "100644 blob " + blob + "\tb\n120000 blob " + blob + "\tlink\n");
        const QByteArray commit = said(bench,
                                       {"-c", "user.name=Hand", "-c", "user.email=hand@example.org", "commit-tree",
                                        tree.constData(), "-p", "main", "-m", "by hand"});
        QCOMPARE(said(bench, {"update-ref", "refs/heads/main", commit.constData()}), QByteArray());

        const auto head = bench.store.head();
        QCOMPARE((*head)->kind, model::RevisionKind::foreign);
        QCOMPARE((*head)->author.name, QStringLiteral("Hand"));
        QCOMPARE((*head)->message, QStringLiteral("by hand"));
        QVERIFY((*head)->parent == first.id);
        QCOMPARE(bench.store.show((*head)->id).error().kind, base::ErrorKind::invalid); // it holds a link
        QCOMPARE(bench.store.check().state, StoreState::good);
        QVERIFY(bench.store.verify().ok());
        QCOMPARE(bench.save({{"a", "2"}}).parent->text(), QString::fromLatin1(commit));
        QCOMPARE(bench.store.list({{}, QStringLiteral("a"), {}, "2"}, 10)->revisions.size(), 1);
    }

    void settingsOfTheUserDoNotCount()
    {
        QTemporaryDir home;
        QFile config(home.filePath(QStringLiteral(".gitconfig")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[core]\n\tautocrlf = true\n[init]\n\tdefaultBranch = trunk\n\ttemplateDir = /nonexistent\n");
        config.close();
        qputenv("HOME", QFile::encodeName(home.path()));
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1\r\n"}});
        QCOMPARE(*bench.store.file(first.id, tests::path("a")), QByteArray("1\r\n"));
        QCOMPARE(said(bench, {"symbolic-ref", "HEAD"}), QByteArray("refs/heads/main"));
    }
};

QTEST_GUILESS_MAIN(TestRevisionGit)
#include "revision_git_test.moc"
