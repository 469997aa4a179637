// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/references.h"
#include "core/workspace/project/workspace_validator.h"
#include "workspace/broken_cases.h"
#include "workspace/memory_files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::workspace;

namespace {

using Files = QMap<QString, QByteArray>;
using tests::findingsOf;

QString lineOf(const model::Diagnostic &one)
{
    const QString fix = one.fix ? QStringLiteral(" + ") + one.fix->title : QString();
    return QStringLiteral("%1 %2 %3:%4:%5")
               .arg(model::severityName(one.severity), one.code, one.file)
               .arg(one.place.line)
               .arg(one.place.column)
        + fix;
}

QStringList lines(const QList<model::Diagnostic> &all)
{
    QStringList texts;
    for (const model::Diagnostic &one : all)
        texts.append(lineOf(one));
    return texts;
}

qsizetype errorsIn(const QList<model::Diagnostic> &all)
{
    return std::count_if(all.begin(), all.end(),
                         [](const model::Diagnostic &one) { return one.severity == model::Severity::error; });
}

} // namespace

// What is found in whole workspaces, and where.
class FindingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsToldWhereItIs_data();
    void eachIsToldWhereItIs();
    void theTableIsLongEnough();
    void theCatalogHasNoErrors_data();
    void theCatalogHasNoErrors();
    void noSecretIsShown();
    void whatIsKeptChangesNoFinding();
    void onlyTheFileThatChangedIsReadAgain();
    void ofWhatIsIncludedTooOnlyWhatChangedIsReadAgain();
    void S13_whatIsIncludedHasLimits();
    void S05_theContentOfFilesElsewhereIsNotShown();
    void manyFilesAtOnceAreFoundAsOneByOne();
};

void FindingsTest::eachIsToldWhereItIs_data()
{
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<Files>("files");
    const QList<tests::BrokenCase> cases = tests::brokenCases();
    for (const tests::BrokenCase &one : cases)
        QTest::newRow(qPrintable(one.title)) << one.expected << one.files;
}

void FindingsTest::eachIsToldWhereItIs()
{
    QFETCH(const QStringList, expected);
    QFETCH(const Files, files);

    const QList<model::Diagnostic> all = findingsOf(files);
    QStringList got = lines(all);
    QStringList wanted = expected;
    got.sort();
    wanted.sort();
    QVERIFY2(got == wanted, qPrintable(QStringLiteral("found:\n>>> ") + got.join(QStringLiteral("\n>>> "))));
    for (const model::Diagnostic &one : all) {
        QVERIFY2(!one.message.isEmpty() && !one.message.endsWith(u'.'), qPrintable(one.message));
        QVERIFY2(!one.message.contains(u"%1") && !one.message.contains(u"%2"), qPrintable(one.message));
        QVERIFY2(!one.message.contains(u"sesame"), qPrintable(one.message));
        if (!one.fix)
            continue;
        QMap<QString, QByteArray> mended = files;
        mended[one.file] = patched(files[one.file], one.fix->patches);
        const QList<model::Diagnostic> after = findingsOf(mended);
        QVERIFY2(!lines(after).contains(lineOf(one)), mended[one.file].constData());
        QVERIFY2(errorsIn(after) < errorsIn(all) || one.severity != model::Severity::error,
                 mended[one.file].constData());
    }
}

void FindingsTest::theTableIsLongEnough()
{
    qsizetype broken = 0;
    const QList<tests::BrokenCase> cases = tests::brokenCases();
    for (const tests::BrokenCase &one : cases)
        broken += one.expected.isEmpty() ? 0 : 1;
    QVERIFY2(broken >= 120, qPrintable(QString::number(broken)));
}

void FindingsTest::theCatalogHasNoErrors_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(MEDIAHELM_SOURCES "/resources/catalog"));
    const QStringList names = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    QVERIFY(names.size() > 50);
}

// With each variable that is required set to something.
void FindingsTest::theCatalogHasNoErrors()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QByteArray values;
    const QRegularExpression required(QStringLiteral("\\$\\{([A-Z0-9_]+):\\?"));
    QRegularExpressionMatchIterator it = required.globalMatch(QString::fromUtf8(text));
    while (it.hasNext()) {
        const QByteArray name = it.next().captured(1).toUtf8();
        if (!('\n' + values).contains('\n' + name + '='))
            values += name + (name.endsWith("PATH") ? "=/srv/" + name.toLower() : QByteArray("=value")) + '\n';
    }
    const QList<model::Diagnostic> all =
        findingsOf({{QStringLiteral("compose.yaml"), text}, {QStringLiteral(".env"), values}});
    for (const model::Diagnostic &one : all)
        QVERIFY2(one.severity != model::Severity::error, qPrintable(lineOf(one) + u' ' + one.message));
    // The table of retired images knows those, and only those, that the catalog itself calls so.
    const bool retired =
        std::any_of(all.begin(), all.end(), [](const model::Diagnostic &one) { return one.code == u"image-retired"; });
    QCOMPARE(retired, text.contains("\n      lifecycle:"));
}

void FindingsTest::noSecretIsShown()
{
    const QByteArray text = "services:\n  a:\n    image: a:1\n    environment:\n      DB_PASSWORD: planted-5ec2e7\n"
                            "      URL: http://u:planted-5ec2e7@h\n    ports: [\"planted-5ec2e7\"]\n";
    const QList<model::Diagnostic> all =
        findingsOf({{QStringLiteral("compose.yaml"), text}, {QStringLiteral(".env"), "API_TOKEN=planted-5ec2e7\n"}});
    QVERIFY(all.size() >= 4);
    for (const model::Diagnostic &one : all)
        QVERIFY2(!one.message.contains(u"planted"), qPrintable(one.message));
}

// One validator through all cases and back, with each file in turn cut after each of its lines: as typing does.
void FindingsTest::whatIsKeptChangesNoFinding()
{
    const auto schemas = std::make_shared<const FileSchemas>();
    WorkspaceValidator validator(schemas);
    const QList<tests::BrokenCase> cases = tests::brokenCases();
    const auto compare = [&](const Files &texts) {
        tests::MemoryFiles files;
        files.files = texts;
        const base::Result<Workspace> workspace = readWorkspace(files, {});
        return !workspace || lines(validator.validate(*workspace, {})) == lines(findingsOf(texts));
    };
    int compared = 0;
    for (const tests::BrokenCase &one : cases) {
        for (auto it = one.files.begin(); it != one.files.end(); ++it) {
            for (qsizetype at = 0; at >= 0; at = it->indexOf('\n', at + 1)) {
                Files typed = one.files;
                typed[it.key()] = it->left(at + 1);
                QVERIFY2(compare(typed), qPrintable(one.title + u'\n' + QString::fromUtf8(typed[it.key()])));
                ++compared;
            }
        }
        QVERIFY2(compare(one.files), qPrintable(one.title));
    }
    QVERIFY(compared > 800);
}

void FindingsTest::onlyTheFileThatChangedIsReadAgain()
{
    const QByteArray other = "services:\n  b:\n    image: b:1\n    environment: {A: $A}\n    restart: ${R:-always}\n";
    Files texts{{QStringLiteral("mediahelm.yaml"), "name: media\n"},
                {QStringLiteral("local.env"), "A=1\n"},
                {QStringLiteral("services/a.yaml"), "services:\n  a:\n    image: a:1\n"},
                {QStringLiteral("services/b.yaml"), other}};
    WorkspaceValidator validator;
    const auto validate = [&] {
        tests::MemoryFiles files;
        files.files = texts;
        return lines(validator.validate(*readWorkspace(files, {}), {}));
    };
    QCOMPARE(validate(), QStringList());
    const int before = validator.filesLookedAt();
    QCOMPARE(before, 2);
    texts[QStringLiteral("services/a.yaml")] += "    restart: never\n";
    QCOMPARE(validate(), QStringList{QStringLiteral("error schema-enum services/a.yaml:4:14")});
    QCOMPARE(validator.filesLookedAt(), before + 1);
    texts[QStringLiteral("local.env")] = "A=2\n";
    validate();
    QCOMPARE(validator.filesLookedAt(), before + 2); // the one that refers to it
    texts[QStringLiteral("local.env")] = "A=2\nR=never\n";
    QVERIFY(validate().contains(QStringLiteral("error schema-enum services/b.yaml:5:14")));
    QCOMPARE(validator.filesLookedAt(), before + 3);
    validate();
    QCOMPARE(validator.filesLookedAt(), before + 3);
}

void FindingsTest::ofWhatIsIncludedTooOnlyWhatChangedIsReadAgain()
{
    Files texts{{QStringLiteral("compose.yaml"),
                 "include: [a.yaml, b.yaml]\nservices:\n  c: {extends: {file: d.yaml, service: d}}\n"},
                {QStringLiteral("a.yaml"), "services:\n  a:\n    image: a:${A}\n"},
                {QStringLiteral("b.yaml"), "services:\n  b:\n    image: b:1\n"},
                {QStringLiteral("d.yaml"), "services:\n  d:\n    image: d:1\n"},
                {QStringLiteral(".env"), "A=1\n"}};
    WorkspaceValidator validator;
    ReferenceMemory memory;
    const auto validate = [&] {
        tests::MemoryFiles files;
        files.files = texts;
        return lines(validator.validate(*readWorkspace(files, {}, &memory), {}));
    };
    QCOMPARE(validate(), QStringList());
    int looked = validator.filesLookedAt();
    QCOMPARE(looked, 4);
    for (const QString &path : {QStringLiteral("b.yaml"), QStringLiteral("d.yaml"), QStringLiteral("compose.yaml")}) {
        texts[path] += "# typed\n";
        QCOMPARE(validate(), QStringList());
        QCOMPARE(validator.filesLookedAt(), ++looked);
    }
    texts[QStringLiteral(".env")] = "A=2\n";
    QCOMPARE(validate(), QStringList());
    QCOMPARE(validator.filesLookedAt(), ++looked); // the one that refers to it
    texts[QStringLiteral("d.yaml")] += "    restart: never\n";
    QCOMPARE(validate(), QStringList{QStringLiteral("error schema-enum d.yaml:5:14")});
}

// Each of a chain includes the next twice, so that there would be a million.
void FindingsTest::S13_whatIsIncludedHasLimits()
{
    Files texts;
    for (int i = 0; i < 40; ++i) {
        const QByteArray next = QByteArray::number(i + 1) + ".yaml";
        texts.insert(i == 0 ? QStringLiteral("compose.yaml") : QStringLiteral("%1.yaml").arg(i),
                     "include:\n  - " + next + "\n  - path: " + next + "\n");
    }
    texts.insert(QStringLiteral("40.yaml"), "services: {a: {image: 'a:1', networks: [none]}}\n");
    QElapsedTimer timer;
    timer.start();
    const QList<model::Diagnostic> all = findingsOf(texts);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!all.isEmpty() && all.size() < 1000);
    for (const model::Diagnostic &one : all)
        QCOMPARE(one.code, QStringLiteral("include-not-read"));
}

void FindingsTest::S05_theContentOfFilesElsewhereIsNotShown()
{
    const QList<QByteArray> contents{"planted: [\n",
                                     "planted\n",
                                     "services: {a: {image: 'a:1', restart: planted}}\n",
                                     "services: {a: {image: 'a:1', ports: ['planted']}}\n",
                                     "\"planted\n",
                                     "{planted: 1}\n",
                                     "root:planted:0:0:/root:/bin/sh\nother:planted\n"};
    for (const QByteArray &content : contents) {
        for (const QByteArray &way :
             {QByteArray("include: [../x]\n"), QByteArray("include: [{path: b.yaml, env_file: ../x}]\n"),
              QByteArray("services: {a: {extends: {file: ../x, service: a}}}\n")}) {
            const QList<model::Diagnostic> all =
                findingsOf({{QStringLiteral("compose.yaml"), way},
                            {QStringLiteral("b.yaml"), "services: {b: {image: 'b:1'}}\n"},
                            {QStringLiteral("../x"), content}});
            for (const model::Diagnostic &one : all)
                QVERIFY2(!one.message.contains(u"planted") && !(one.fix && one.file.startsWith(u"..")),
                         (way + content + one.message.toUtf8()).constData());
        }
    }
}

// The whole catalog and as many files with faults, looked at on all processors, and one after the other as they come.
void FindingsTest::manyFilesAtOnceAreFoundAsOneByOne()
{
    Files texts{{QStringLiteral("mediahelm.yaml"), "name: media\n"}, {QStringLiteral("local.env"), "TZ=Etc/UTC\n"}};
    QMap<QString, QByteArray> services;
    const QDir catalog(QStringLiteral(MEDIAHELM_SOURCES "/resources/catalog"));
    const QStringList names = catalog.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(catalog.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        services.insert(QStringLiteral("services/") + name, file.readAll());
    }
    const QList<tests::BrokenCase> cases = tests::brokenCases();
    for (qsizetype i = 0; i < cases.size() && i < 60; ++i) {
        for (const QByteArray &text : cases[i].files) {
            if (text.contains("services:"))
                services.insert(QStringLiteral("services/%1.yaml").arg(i), text);
        }
    }
    QVERIFY(services.size() > 100);

    tests::MemoryFiles files;
    files.files = texts;
    files.files.insert(services);
    const auto whole = [](const QList<model::Diagnostic> &all) {
        QStringList said;
        for (const model::Diagnostic &one : all)
            said.append(lineOf(one) + u' ' + one.pointer + u' ' + one.message);
        return said;
    };
    const base::Result<Workspace> workspace = readWorkspace(files, {});
    WorkspaceValidator atOnce;
    const QStringList together = whole(atOnce.validate(*workspace, {}));
    QCOMPARE(atOnce.filesLookedAt(), int(services.size()));
    QVERIFY(together.size() > 200);

    WorkspaceValidator oneByOne;
    QStringList last;
    files.files = texts;
    for (auto it = services.cbegin(); it != services.cend(); ++it) {
        files.files.insert(it.key(), it.value());
        last = whole(oneByOne.validate(*readWorkspace(files, {}), {}));
    }
    QCOMPARE(last, together);
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "findings_test.moc"
