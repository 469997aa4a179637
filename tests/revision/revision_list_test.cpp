// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;

class TestRevisionList : public QObject
{
    Q_OBJECT

    tests::StoreBench m_bench; // ten revisions, "r1" to "r10"
    QStringList m_ids;

    QStringList messages(const model::RevisionPage &page) const
    {
        QStringList all;
        for (const model::Revision &revision : page.revisions)
            all.append(revision.message);
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 1; i <= 10; ++i) {
            SaveRequest what = tests::request(
                tests::snapshot({{"mediahelm.yaml", "name: home\n"},
                                 {"services/jellyfin.yaml", "image: jellyfin:" + QByteArray::number(i / 3) + '\n'},
                                 {"services/sonarr.yaml", "image: sonarr:" + QByteArray::number(i / 5) + '\n'},
                                 {"note", QByteArray::number(i)}}),
                qPrintable(QStringLiteral("r%1").arg(i)));
            if (i % 2 == 0)
                what.services = {QStringLiteral("jellyfin")};
            if (i == 7)
                what.author = {QStringLiteral("Grace Hopper"), QStringLiteral("grace@example.org")};
            m_ids.append(m_bench.save(what).id.text());
        }
        const auto fourth = model::RevisionId::parse(m_ids.at(3));
        QVERIFY(m_bench.store.addTag({*model::TagName::parse(u"Christmas"), *fourth, {}, {}, {}}).ok());
    }

    void pagesAreNewestFirstAndMeetWithoutGap_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("pages");
        QTest::newRow("one each") << 1 << 10;
        QTest::newRow("three") << 3 << 4;
        QTest::newRow("just all") << 10 << 1;
        QTest::newRow("more than there are") << 100 << 1;
        QTest::newRow("beyond the limit") << 1'000'000 << 1;
        QTest::newRow("none is one") << 0 << 10;
    }
    void pagesAreNewestFirstAndMeetWithoutGap()
    {
        QFETCH(int, limit);
        QStringList seen;
        int pages = 0;
        std::optional<model::RevisionId> next;
        do {
            const auto page = m_bench.store.list({}, limit, next);
            QVERIFY(page.ok());
            QCOMPARE(page->total, 10);
            for (const model::Revision &revision : page->revisions)
                seen.prepend(revision.id.text());
            next = page->next;
            ++pages;
        } while (next && pages < 20);
        QCOMPARE(seen, m_ids);
        QTEST(pages, "pages");
    }

    void filterLetsThrough_data()
    {
        QTest::addColumn<model::RevisionFilter>("filter");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const model::RevisionFilter &filter, const char *expected) {
            QTest::newRow(name) << filter << QString::fromLatin1(expected).split(u' ', Qt::SkipEmptyParts);
        };
        row("service", {QStringLiteral("jellyfin"), {}, {}, {}}, "r10 r8 r6 r4 r2");
        row("no such service", {QStringLiteral("jelly"), {}, {}, {}}, "");
        row("file", {{}, QStringLiteral("services/sonarr.yaml"), {}, {}}, "r10 r5 r1");
        row("folder", {{}, QStringLiteral("services"), {}, {}}, "r10 r9 r6 r5 r3 r1");
        row("file that never changed", {{}, QStringLiteral("mediahelm.yaml"), {}, {}}, "r1");
        row("no such file", {{}, QStringLiteral("nothing/here"), {}, {}}, "");
        row("text in the message", {{}, {}, QStringLiteral("R1"), {}}, "r10 r1");
        row("text in the author", {{}, {}, QStringLiteral("hopper"), {}}, "r7");
        row("text in a tag", {{}, {}, QStringLiteral("christmas"), {}}, "r4");
        row("content that came or went", {{}, {}, {}, "jellyfin:1"}, "r6 r3");
        row("content that never came", {{}, {}, {}, "jellyfin:7"}, "");
        row("all together", {QStringLiteral("jellyfin"), QStringLiteral("services"), QStringLiteral("r"), "sonarr:2"},
            "r10");
    }
    void filterLetsThrough()
    {
        QFETCH(model::RevisionFilter, filter);
        QFETCH(QStringList, expected);
        const auto page = m_bench.store.list(filter, 100);
        QVERIFY(page.ok());
        QCOMPARE(messages(*page), expected);
        QVERIFY(!page->next);
        QCOMPARE(page->total, 10);

        QStringList inPages;
        std::optional<model::RevisionId> next;
        do {
            const auto part = m_bench.store.list(filter, 2, next);
            inPages += messages(*part);
            next = part->next;
        } while (next);
        QCOMPARE(inPages, expected);
    }

    void idsBeginningFindsIt()
    {
        const auto page = m_bench.store.list({{}, {}, m_ids.at(4).left(12), {}}, 100);
        QCOMPARE(messages(*page), QStringList{QStringLiteral("r5")});
    }

    void pageFromAStrangerIsNotFound()
    {
        const auto page = m_bench.store.list({}, 10, model::RevisionId::parse(QString(40, u'0')).value());
        QCOMPARE(page.error().kind, ErrorKind::notFound);
    }

    void othersWhoMoveTheBranchAreSeen()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"a", "1"}});
        bench.save({{"a", "2"}});
        QCOMPARE(bench.store.list({}, 10)->total, 2);
        QCOMPARE(tests::git(bench.folder(),
                            {QStringLiteral("update-ref"), QStringLiteral("refs/heads/main"), first.id.text()})
                     .exitCode,
                 0);
        QCOMPARE(bench.store.list({}, 10)->total, 1);
        bench.save({{"a", "3"}});
        QCOMPARE(bench.store.list({}, 10)->total, 2);

        FolderLock lock(bench.folder(), QStringLiteral("another"), bench.clock);
        RevisionStore other(lock, bench.clock);
        QVERIFY(other.save(tests::request(tests::snapshot({{"a", "4"}}))).ok());
        QCOMPARE(bench.store.list({}, 10)->total, 3);
    }
};

Q_DECLARE_METATYPE(model::RevisionFilter)

QTEST_GUILESS_MAIN(TestRevisionList)
#include "revision_list_test.moc"
