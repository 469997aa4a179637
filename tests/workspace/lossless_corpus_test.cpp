// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include "workspace/compose_corpus.h"
#include "workspace/compose_oracle.h"

#include <QSet>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace mediahelm;
using namespace mediahelm::workspace;
using tests::ComposeOracle;

namespace {

// Every value with its pointer, as another library reads the file.
using Flat = QList<QPair<QString, QString>>;

void flatten(const YAML::Node &node, const QString &pointer, Flat &flat)
{
    if (node.IsMap()) {
        flat.append({pointer, QStringLiteral("{}")});
        for (const auto &pair : node) {
            QString key = QString::fromStdString(pair.first.Scalar());
            flatten(pair.second,
                    pointer + u'/' + key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1")), flat);
        }
    } else if (node.IsSequence()) {
        flat.append({pointer, QStringLiteral("[]")});
        for (size_t i = 0; i < node.size(); ++i)
            flatten(node[i], pointer + u'/' + QString::number(i), flat);
    } else {
        flat.append({pointer, node.IsNull() ? QStringLiteral("<null>") : QString::fromStdString(node.Scalar())});
    }
}

// Empty where that library cannot read it, as an anchor alone behind a dash.
Flat flattened(const QByteArray &bytes)
{
    Flat flat;
    try {
        flatten(YAML::Load(bytes.toStdString()), QString(), flat);
    } catch (const YAML::Exception &) {
        flat.clear();
    }
    return flat;
}

bool isWithin(const QString &pointer, const QString &around)
{
    return pointer == around || pointer.startsWith(around + u'/');
}

// The comments of a file, without those inside of a span and those that a node owns.
QStringList comments(const QByteArray &bytes, model::Span span = {}, const QString &owner = QStringLiteral("/nobody"))
{
    QStringList found;
    for (qsizetype at = bytes.indexOf("#"); at >= 0; at = bytes.indexOf("#", at + 1)) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        const QString comment = QString::fromUtf8(bytes.mid(at, end - at)).replace(u'\t', u' ').trimmed();
        const bool owned = comment.startsWith(u"# own ") && isWithin(comment.mid(6), owner);
        const bool known = owned || comment.startsWith(u"# own ") || comment.startsWith(u"# between ");
        if (known && !owned && !span.contains(at))
            found += comment;
    }
    return found;
}

// Whether an alias elsewhere stands for the node or something within.
bool hasAnchorInUse(const YamlDocument &document, const QString &pointer)
{
    for (int id = 0; id < document.nodeCount(); ++id) {
        const YamlNode alias = document.node(id);
        if (alias.isAlias() && isWithin(alias.target().pointer(), pointer) && !isWithin(alias.pointer(), pointer))
            return true;
    }
    return false;
}

QByteArray told(const QByteArray &where, const base::Result<YamlEdit> &edit, const QByteArray &bytes)
{
    return edit ? QByteArray()
                : where + edit.error().message.toUtf8() + ' ' + edit.error().detail.toUtf8() + '\n' + bytes;
}

// Where two models differ.
void differences(const QJsonValue &a, const QJsonValue &b, const QString &path, QStringList &found)
{
    if (a.isObject() && b.isObject()) {
        QSet<QString> keys;
        for (const QString &key : a.toObject().keys() + b.toObject().keys())
            keys.insert(key);
        for (const QString &key : std::as_const(keys))
            differences(a[key], b[key], path + u'/' + key, found);
    } else if (a != b) {
        found += path;
    }
}

} // namespace

class LosslessCorpusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScalarIsSetWithinItsOwnBytes_data() { files(); }
    void everyScalarIsSetWithinItsOwnBytes();
    void everyNodeIsRemovedWithItsOwnCommentAlone_data() { files(); }
    void everyNodeIsRemovedWithItsOwnCommentAlone();
    void composeSeesThatChangeAlone_data();
    void composeSeesThatChangeAlone();

private:
    static void files();
};

void LosslessCorpusTest::files()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < tests::corpusSize; ++number)
        QTest::addRow("%d", number) << number;
}

void LosslessCorpusTest::everyScalarIsSetWithinItsOwnBytes()
{
    QFETCH(int, number);
    const QByteArray bytes = tests::corpusFile(number);
    const YamlReading reading = readYaml(bytes);
    QVERIFY2(reading.ok(), reading.ok() ? "" : (reading.problem->text().toUtf8() + '\n' + bytes).constData());
    const Flat before = flattened(bytes);
    int set = 0;
    for (int id = 0; id < reading.document.nodeCount(); ++id) {
        const YamlNode node = reading.document.node(id);
        if (node.isKey() || !(node.isScalar() || node.isAlias()))
            continue;
        const QString pointer = node.pointer();
        const QString text = id % 3 == 0 ? QStringLiteral("a: 'b' #c")
            : id % 3 == 1                ? QStringLiteral("7")
                                         : QStringLiteral("plain");
        const QByteArray value = id % 3 == 0 ? QByteArray("\"a: 'b' #c\"") : text.toUtf8();
        if (pointer.contains(QStringLiteral("/<<")))
            continue; // what is merged must be a mapping
        const base::Result<YamlEdit> edit = setValue(reading.document, pointer, value);
        const QByteArray where = QByteArray::number(number) + ' ' + pointer.toUtf8() + '\n';
        QVERIFY2(edit.ok(), told(where, edit, bytes).constData());
        // The bytes before and behind the node are the old ones.
        const model::Span span = node.whole();
        QVERIFY2(edit->bytes.startsWith(bytes.left(span.begin)), (where + edit->bytes).constData());
        QVERIFY2(edit->bytes.endsWith(bytes.mid(span.end)), (where + edit->bytes).constData());
        // Another library sees this value change, and no other but through aliases.
        const Flat after = flattened(edit->bytes);
        const bool alone = edit->alsoAffects.isEmpty() && !node.isAlias() && !before.isEmpty();
        QVERIFY(after.size() == before.size() || !alone);
        for (qsizetype i = 0; i < after.size() && alone; ++i) {
            QCOMPARE(after[i].first, before[i].first);
            QCOMPARE(after[i].second, after[i].first == pointer ? text : before[i].second);
        }
        ++set;
    }
    QVERIFY(set > 5);
}

void LosslessCorpusTest::everyNodeIsRemovedWithItsOwnCommentAlone()
{
    QFETCH(int, number);
    const QByteArray bytes = tests::corpusFile(number);
    const YamlDocument document = readYaml(bytes).document;
    QVERIFY(!document.isNull());
    for (int id = 1; id < document.nodeCount(); ++id) {
        const YamlNode node = document.node(id);
        if (node.isKey())
            continue;
        const QString pointer = node.pointer();
        const QByteArray where = QByteArray::number(number) + ' ' + pointer.toUtf8() + '\n';
        const YamlNode first = node.pairKey() ? node.pairKey() : node;
        const base::Result<YamlEdit> edit = removeNode(document, pointer);
        if (hasAnchorInUse(document, pointer)) {
            QVERIFY2(!edit.ok(), where.constData());
            continue;
        }
        QVERIFY2(edit.ok(), told(where, edit, bytes).constData());
        QVERIFY2(comments(edit->bytes) == comments(bytes, {first.whole().begin, node.span().end}, pointer),
                 (where + bytes + "=====\n" + edit->bytes).constData());
        // What is left is a beginning and an end of the old file, with at most empty brackets between or before.
        QByteArray left = bytes;
        for (auto patch = edit->patches.rbegin(); patch != edit->patches.rend(); ++patch)
            left.remove(patch->span.begin, patch->span.length());
        qsizetype brackets = 0;
        for (const model::TextPatch &patch : edit->patches) {
            const QByteArray text = patch.text.trimmed();
            QVERIFY2(text.isEmpty() || text == "{}" || text == "[]", text.constData());
            brackets += patch.text.size();
        }
        QCOMPARE(edit->bytes.size(), left.size() + brackets);
        QVERIFY(edit->patches.size() <= 2);
    }
}

void LosslessCorpusTest::composeSeesThatChangeAlone_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < tests::corpusSize; number += 9)
        QTest::addRow("%d", number) << number;
}

void LosslessCorpusTest::composeSeesThatChangeAlone()
{
    const QString missing = ComposeOracle::unavailable();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    QFETCH(int, number);
    const ComposeOracle oracle;
    const QByteArray bytes = tests::corpusFile(number);
    const ComposeOracle::Answer before = oracle.configOf(bytes);
    QVERIFY2(before.ok, (before.words.toUtf8() + bytes).constData());
    const YamlDocument document = readYaml(bytes).document;
    const QList<QPair<QString, QByteArray>> edits{{QStringLiteral("/x-added"), "[1, 'two']"},
                                                  {QStringLiteral("/services/app1/image"), "other/image:2"},
                                                  {QStringLiteral("/services/app1/environment/TZ"), "UTC"},
                                                  {QStringLiteral("/services/app1/environment/WORDS"), ""},
                                                  {QStringLiteral("/services/app1/restart"), ""},
                                                  {QStringLiteral("/services/app1/labels/traefik.rule"), "'x: y'"}};
    int asked = 0;
    for (const auto &[pointer, value] : edits) {
        const YamlNode node = findResolved(document, pointer);
        const bool added = pointer == u"/x-added";
        if (!added && (!node || document.find(pointer) != node || node.isAlias() || hasAnchorInUse(document, pointer)))
            continue;
        const base::Result<YamlEdit> edit =
            value.isEmpty() ? removeNode(document, pointer) : setValue(document, pointer, value);
        QVERIFY2(edit.ok(), told({}, edit, bytes).constData());
        if (!edit->alsoAffects.isEmpty())
            continue;
        const ComposeOracle::Answer after = oracle.configOf(edit->bytes);
        QVERIFY2(after.ok, (after.words.toUtf8() + edit->bytes).constData());
        QStringList found;
        differences(before.model, after.model, QString(), found);
        // The last of the environment gone, Compose leaves it out whole.
        if (!found.isEmpty() && value.isEmpty() && pointer.startsWith(found.first() + u'/'))
            found = {pointer};
        QCOMPARE(found, QStringList{pointer});
        ++asked;
    }
    QVERIFY(asked > 0);
}

QTEST_GUILESS_MAIN(LosslessCorpusTest)
#include "lossless_corpus_test.moc"
