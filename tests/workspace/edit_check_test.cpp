// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/edit_check.h"
#include "core/workspace/edit/second_reader.h"

#include <QTest>

using namespace mediahelm::workspace;

class EditCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondChangeIsSeen_data();
    void aSecondChangeIsSeen();
    void theSecondReaderSeesTheSameTree_data();
    void theSecondReaderSeesTheSameTree();
};

void EditCheckTest::aSecondChangeIsSeen_data()
{
    QTest::addColumn<QByteArray>("after"); // of /a set to x
    QTest::addColumn<bool>("exactly");
    QTest::newRow("that alone") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << true;
    QTest::newRow("its quotes") << QByteArray("a: 'x'\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << true;
    QTest::newRow("a comment") << QByteArray("a: x # c\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << true;
    QTest::newRow("another value") << QByteArray("a: y\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("its tag") << QByteArray("a: !u x\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("its anchor") << QByteArray("a: &m x\nb: !t &n {c: 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("a tag") << QByteArray("a: x\nb: &n {c: 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("an anchor") << QByteArray("a: x\nb: !t &n {c: &m 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("quotes") << QByteArray("a: x\nb: !t &n {c: d}\ne: [1, *n]\n") << false;
    QTest::newRow("a text") << QByteArray("a: x\nb: !t &n {c: 'e'}\ne: [1, *n]\n") << false;
    QTest::newRow("a key") << QByteArray("a: x\nb: !t &n {f: 'd'}\ne: [1, *n]\n") << false;
    QTest::newRow("order") << QByteArray("b: !t &n {c: 'd'}\na: x\ne: [1, *n]\n") << false;
    QTest::newRow("an item more") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne: [1, *n, 2]\n") << false;
    QTest::newRow("an item less") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne: [1]\n") << false;
    QTest::newRow("a pair more") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne: [1, *n]\nf: g\n") << false;
    QTest::newRow("brackets") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne:\n- 1\n- *n\n") << false;
    QTest::newRow("an alias written out") << QByteArray("a: x\nb: !t &n {c: 'd'}\ne: [1, {c: 'd'}]\n") << false;
}

void EditCheckTest::aSecondChangeIsSeen()
{
    QFETCH(QByteArray, after);
    QFETCH(bool, exactly);
    const YamlDocument before = readYaml("a: b\nb: !t &n {c: 'd'}\ne: [1, *n]\n").document;
    const YamlDocument value = readYaml("x").document;
    TreeChange change;
    change.node = before.find(QStringLiteral("/a"));
    change.value = value.root();
    QCOMPARE(isExactly(before, readYaml(after).document, change), exactly);
}

void EditCheckTest::theSecondReaderSeesTheSameTree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("all styles") << QByteArray(
        "a: [b, 'c', \"d\\n\", {e: f}]\ng: |\n  h\ni: >-\n  j\n  k\nl: &m 1\nn: *m\no:\n")
                                << true;
    QTest::newRow("a line break that it does not know") << QByteArray("a: \"b\xC2\x85 c\"\n") << false;
    QTest::newRow("nothing") << QByteArray() << true;
}

void EditCheckTest::theSecondReaderSeesTheSameTree()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, agrees);
    QCOMPARE(secondReaderAgrees(readYaml(text).document), agrees);
}

QTEST_GUILESS_MAIN(EditCheckTest)
#include "edit_check_test.moc"
