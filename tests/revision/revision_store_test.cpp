// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;

class TestRevisionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksWithoutMakingAnything()
    {
        tests::StoreBench bench;
        QCOMPARE(bench.store.check().state, StoreState::absent);
        QVERIFY(bench.store.verify().ok());
        QVERIFY(!bench.store.head()->has_value());
        QCOMPARE(bench.store.list({}, 10)->revisions.size(), 0);
        QCOMPARE(bench.store.tags()->size(), 0);
        QCOMPARE(bench.store.externalChange(tests::snapshot({{"a", "x"}}))->size(), 1);
        QCOMPARE(bench.store.resolve(QStringLiteral("head")).error().kind, ErrorKind::notFound);
        QCOMPARE(bench.store.beginAnew().error().kind, ErrorKind::notFound);
        QCOMPARE(bench.store.record({}, tests::deployment(model::Verdict::healthy)).error().kind, ErrorKind::notFound);
        QVERIFY(QDir(bench.folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void keepsWhatItIsGiven()
    {
        tests::StoreBench bench;
        const Snapshot files = tests::snapshot({{"compose.yaml", "services: {}\n"},
                                                {"bin/run*", "#!/bin/sh\n"},
                                                {"empty", ""},
                                                {"templates/crlf", "a\r\nb\r\n"},
                                                {"templates/bytes", QByteArray("\x00\xff\xfe\n", 4)},
                                                {"\xc3\xbc/\xe4\xb8\xad \"x\"", "other letters"}});
        SaveRequest what = tests::request(files);
        what.author = {QStringLiteral("Sammy Davis, Jr."), {}};
        what.message = QStringLiteral("Move the library\r\n\r\nThe old disk is full.\n\nMediahelm-Kind: rollback\n");
        what.kind = model::RevisionKind::applied;
        what.services = {QStringLiteral("jellyfin"), QStringLiteral("_odd.name-1")};
        const model::Revision saved = bench.save(what);

        const auto head = bench.store.head();
        QVERIFY(head.ok() && *head);
        const model::Revision &revision = **head;
        QCOMPARE(revision.id, saved.id);
        QVERIFY(!revision.parent);
        QCOMPARE(revision.author, what.author);
        QCOMPARE(revision.when, bench.clock.utcNow());
        QCOMPARE(revision.when.timeSpec(), Qt::UTC);
        QCOMPARE(revision.message,
                 QStringLiteral("Move the library\n\nThe old disk is full.\n\nMediahelm-Kind: rollback"));
        QCOMPARE(revision.kind, model::RevisionKind::applied);
        QCOMPARE(revision.services, what.services);
        QVERIFY(!revision.deployment);
        QCOMPARE(*bench.store.show(revision.id), files);
        QCOMPARE(*bench.store.file(revision.id, tests::path("templates/crlf")), QByteArray("a\r\nb\r\n"));
        QCOMPARE(bench.store.file(revision.id, tests::path("nothing")).error().kind, ErrorKind::notFound);
        QVERIFY(bench.store.verify().ok());
    }

    void nothingChangedIsNoRevision()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}, {"b", "2"}});
        const auto again = bench.store.save(tests::request(tests::snapshot({{"b", "2"}, {"a", "1"}}), "again"));
        QVERIFY(again.ok());
        QVERIFY(!again->saved);
        QCOMPARE(again->revision.id, first.id);
        QCOMPARE(bench.store.list({}, 10)->total, 1);
    }

    void eachChangeIsARevision_data()
    {
        QTest::addColumn<QList<QByteArray>>("names");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("content") << QList<QByteArray>{"a"} << QByteArray("2");
        QTest::newRow("executable bit") << QList<QByteArray>{"a*"} << QByteArray("1");
        QTest::newRow("another file") << QList<QByteArray>{"a", "b"} << QByteArray("1");
        QTest::newRow("renamed") << QList<QByteArray>{"b"} << QByteArray("1");
        QTest::newRow("no file left") << QList<QByteArray>() << QByteArray();
    }
    void eachChangeIsARevision()
    {
        QFETCH(QList<QByteArray>, names);
        QFETCH(QByteArray, content);
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        Snapshot files;
        for (const QByteArray &name : names)
            QVERIFY(files.add(tests::path(QByteArray(name).replace('*', "").constData()), {content, name.endsWith('*')})
                        .ok());
        const model::Revision second = bench.save(tests::request(files));
        QVERIFY(second.parent == first.id);
        QCOMPARE(*bench.store.show(second.id), files);
        const model::Revision third = bench.save({{"a", "1"}}, "as it was"); // the same files again are a new revision
        QVERIFY(third.id != first.id);
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
    }

    void requestIsChecked_data()
    {
        QTest::addColumn<SaveRequest>("what");
        const auto row = [](const char *name, const std::function<void(SaveRequest &)> &change) {
            SaveRequest what = tests::request(tests::snapshot({{"a", "1"}}));
            change(what);
            QTest::newRow(name) << what;
        };
        row("no name", [](SaveRequest &what) { what.author.name = QStringLiteral(" "); });
        row("a name that ends the field", [](SaveRequest &what) { what.author.name = QStringLiteral("a <b>"); });
        row("a name of two lines", [](SaveRequest &what) { what.author.name = QStringLiteral("a\ntree x"); });
        row("an email of two lines", [](SaveRequest &what) { what.author.email = QStringLiteral("a\n"); });
        row("no message", [](SaveRequest &what) { what.message = QStringLiteral(" \n "); });
        row("a message with NUL", [](SaveRequest &what) { what.message = QStringLiteral("a") + QChar(0); });
        row("a message with an escape", [](SaveRequest &what) { what.message = QStringLiteral("a\u001b[2J"); });
        row("a service with a line feed", [](SaveRequest &what) { what.services = {QStringLiteral("a\nb")}; });
        row("an empty service", [](SaveRequest &what) { what.services = {QString()}; });
        row("a kind that is not ours", [](SaveRequest &what) { what.kind = model::RevisionKind::foreign; });
        row("no file, and none before", [](SaveRequest &what) { what.snapshot = {}; });
    }
    void requestIsChecked()
    {
        QFETCH(SaveRequest, what);
        tests::StoreBench bench;
        const auto outcome = bench.store.save(what);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::invalid);
        QCOMPARE(bench.store.check().state, StoreState::absent);
    }

    void saveBasedOnAnOlderRevisionIsAConflict()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        const model::Revision second = bench.save({{"a", "2"}});
        SaveRequest what = tests::request(tests::snapshot({{"a", "3"}}));
        what.basedOn = first.id;
        QCOMPARE(bench.store.save(what).error().kind, ErrorKind::conflict);
        what.basedOn = second.id;
        QVERIFY(bench.store.save(what)->saved);
    }

    void clockThatGoesBackKeepsTheOrder()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        bench.clock.jump(-std::chrono::hours(24 * 365 * 60));
        const model::Revision second = bench.save({{"a", "2"}});
        QVERIFY(second.when < first.when);
        QCOMPARE(bench.store.list({}, 10)->revisions.first().id, second.id);
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
    }

    void deploymentsAreNotedBesideTheRevision()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        const model::Revision second = bench.save({{"a", "2"}});
        const model::Deployment good = tests::deployment(model::Verdict::healthy);
        model::Deployment bad = tests::deployment(model::Verdict::rolledBack);
        bad.when = bad.when.addSecs(60);
        bad.images.clear();
        bad.summary.clear();
        QVERIFY(bench.store.record(first.id, good).ok());
        QVERIFY(bench.store.record(second.id, bad).ok());
        QVERIFY(bench.store.record(second.id, bad).ok()); // told twice is once
        QCOMPARE(*bench.store.deployments(first.id), QList<model::Deployment>{good});
        QCOMPARE(*bench.store.deployments(second.id), QList<model::Deployment>{bad});
        QVERIFY((*bench.store.head())->deployment == bad);
        QCOMPARE((*bench.store.head())->id, second.id); // noting makes no revision
        QCOMPARE(bench.store.resolve(QStringLiteral("last-good"))->id, first.id);

        model::Deployment late = good;
        late.when = late.when.addSecs(120);
        QVERIFY(bench.store.record(second.id, late).ok());
        QCOMPARE(*bench.store.deployments(second.id), (QList<model::Deployment>{bad, late}));
        QCOMPARE(bench.store.resolve(QStringLiteral("last-good"))->id, second.id);
        QCOMPARE(bench.store.resolve(QStringLiteral("last-good"))->tags, QStringList{QStringLiteral("last-good")});
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
    }

    void deploymentIsChecked_data()
    {
        QTest::addColumn<model::Deployment>("what");
        const auto row = [](const char *name, const std::function<void(model::Deployment &)> &change) {
            model::Deployment what = tests::deployment(model::Verdict::healthy);
            change(what);
            QTest::newRow(name) << what;
        };
        row("no time", [](model::Deployment &what) { what.when = {}; });
        row("a summary of two lines",
            [](model::Deployment &what) { what.summary = QStringLiteral("a\nVerdict: healthy"); });
        row("no digest", [](model::Deployment &what) { what.images[0].digest.clear(); });
        row("a reference with a blank",
            [](model::Deployment &what) { what.images[0].reference = QStringLiteral("a b"); });
        row("nobody", [](model::Deployment &what) { what.by.name.clear(); });
    }
    void deploymentIsChecked()
    {
        QFETCH(model::Deployment, what);
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        QCOMPARE(bench.store.record(first.id, what).error().kind, ErrorKind::invalid);
        QCOMPARE(bench.store.deployments(first.id)->size(), 0);
    }

    void tagsComeAndGo()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        const model::TagName plain = *model::TagName::parse(u"before-move");
        const model::TagName told = *model::TagName::parse(u"Release-1");
        QVERIFY(bench.store.addTag({plain, first.id, {}, {}, {}}).ok());
        QVERIFY(bench.store.addTag({told, first.id, first.author, {}, QStringLiteral("It works.")}).ok());
        QCOMPARE(bench.store.addTag({plain, first.id, {}, {}, {}}).error().kind, ErrorKind::conflict);

        const auto tags = bench.store.tags();
        QCOMPARE(tags->size(), 2);
        QCOMPARE(tags->at(0).name, told);
        QCOMPARE(tags->at(0).message, QStringLiteral("It works."));
        QCOMPARE(tags->at(0).author, first.author);
        QCOMPARE(tags->at(0).when, bench.clock.utcNow());
        QCOMPARE(tags->at(1).name, plain);
        QCOMPARE(tags->at(1).revision, first.id);
        QVERIFY(tags->at(1).when.isNull());
        QCOMPARE((*bench.store.head())->tags, (QStringList{told.text(), plain.text()}));

        QVERIFY(bench.store.removeTag(plain).ok());
        QCOMPARE(bench.store.removeTag(plain).error().kind, ErrorKind::notFound);
        QCOMPARE(bench.store.tags()->size(), 1);
        QCOMPARE(bench.store.addTag({*model::TagName::parse(u"last-good"), first.id, {}, {}, {}}).error().kind,
                 ErrorKind::invalid);
        // Without it nothing would be gone back to when a deployment fails.
        QVERIFY(bench.store.record(first.id, tests::deployment(model::Verdict::healthy)).ok());
        QCOMPARE(bench.store.removeTag(*model::TagName::parse(u"last-good")).error().kind, ErrorKind::invalid);
        QVERIFY((*bench.store.head())->tags.contains(u"last-good"));
        QCOMPARE(bench.store.addTag({plain, *model::RevisionId::parse(QString(40, u'0')), {}, {}, {}}).error().kind,
                 ErrorKind::notFound);
    }

    void resolvesWhatPeopleWrite()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        const model::Revision second = bench.save({{"a", "2"}});
        QVERIFY(bench.store.addTag({*model::TagName::parse(u"kept"), first.id, {}, {}, {}}).ok());
        const auto id = [&](const QString &text) { return bench.store.resolve(text)->id; };
        QCOMPARE(id(QStringLiteral("head")), second.id);
        QCOMPARE(id(QStringLiteral(" HEAD\n")), second.id);
        QCOMPARE(id(QStringLiteral("kept")), first.id);
        QCOMPARE(id(first.id.text()), first.id);
        QCOMPARE(id(first.id.text().left(10).toUpper()), first.id);
        const QStringList strangers{QString(),         QStringLiteral("nothing"), first.id.text().left(3),
                                    QString(40, u'0'), QStringLiteral("head~1"),  QStringLiteral("main")};
        for (const QString &text : strangers)
            QCOMPARE(bench.store.resolve(text).error().kind, ErrorKind::notFound);
        // A file's id is none of a revision.
        const QByteArray blob =
            tests::git(bench.folder(), {QStringLiteral("rev-parse"), QStringLiteral("main:a")}).text;
        QCOMPARE(bench.store.resolve(QString::fromLatin1(blob)).error().kind, ErrorKind::notFound);
        QCOMPARE(bench.store.show(*model::RevisionId::parse(QString::fromLatin1(blob.trimmed()))).error().kind,
                 ErrorKind::notFound);
    }

    void prefixOfSeveralIsAConflict()
    {
        tests::StoreBench bench;
        QHash<QString, int> prefixes;
        QString shared;
        for (int i = 0; shared.isEmpty() && i < 2'000; ++i) {
            const model::Revision revision = bench.save({{"a", QByteArray::number(i)}});
            if (++prefixes[revision.id.text().left(4)] == 2)
                shared = revision.id.text().left(4);
        }
        QVERIFY(!shared.isEmpty());
        QCOMPARE(bench.store.resolve(shared).error().kind, ErrorKind::conflict);
    }

    void S11_folderIsOursWhateverTheUmask_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("000") << 0;
        QTest::newRow("022") << 022;
    }
    void S11_folderIsOursWhateverTheUmask()
    {
        QFETCH(int, mask);
        const mode_t old = ::umask(mode_t(mask));
        tests::StoreBench bench;
        bench.save({{"a", "1"}});
        ::umask(old);
        const auto mode = [](const QString &path) {
            struct stat status {
            };
            ::stat(QFile::encodeName(path).constData(), &status);
            return status.st_mode & 0777U;
        };
        QCOMPARE(mode(bench.folder() + QStringLiteral("/.mediahelm")), 0700U);
        QCOMPARE(mode(bench.storePath()), 0700U);
        QCOMPARE(mode(bench.folder() + QStringLiteral("/.mediahelm/lock")), 0600U);
    }
};

Q_DECLARE_METATYPE(mediahelm::revision::SaveRequest)
Q_DECLARE_METATYPE(model::Deployment)

QTEST_GUILESS_MAIN(TestRevisionStore)
#include "revision_store_test.moc"
