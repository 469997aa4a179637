// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/workspace_validator.h"

#include "workspace/compose_oracle.h"
#include "workspace/memory_files.h"
#include "workspace/merge_rows.h"
#include "workspace/model_words.h"

#include <QSet>
#include <QTest>

#include <memory>
#include <vector>

using namespace mediahelm;
using namespace mediahelm::workspace;
using tests::ComposeOracle;
using tests::MergeRow;

namespace {

// Compose, once for each row, some at a time.
std::vector<ComposeOracle::Answer> askedOf(const QList<MergeRow> &rows)
{
    std::vector<ComposeOracle::Answer> answers(size_t(rows.size()));
    base::inParallel(rows.size(), [&](qsizetype i) {
        const MergeRow &row = rows.at(i);
        const ComposeOracle oracle;
        for (auto file = row.beside.begin(); file != row.beside.end(); ++file)
            oracle.write(file.key(), file.value());
        QStringList names;
        for (const QByteArray &bytes : row.files) {
            names += QStringLiteral("%1.yaml").arg(names.size() + 1);
            oracle.write(names.last(), bytes);
        }
        QMap<QString, QString> process = row.process;
        process.insert(QStringLiteral("COMPOSE_PROFILES"), QStringLiteral("*")); // services of all of them
        answers[size_t(i)] = oracle.config(names, {}, process,
                                           {QStringLiteral("--no-normalize"), QStringLiteral("--no-path-resolution"),
                                            QStringLiteral("--no-consistency")});
    });
    return answers;
}

// What the program makes of the same files.
class Ours
{
public:
    explicit Ours(const MergeRow &row)
    {
        static const auto schemas = std::make_shared<const FileSchemas>();
        tests::MemoryFiles files;
        files.files = row.beside;
        Workspace workspace;
        workspace.name = QStringLiteral("oracle");
        for (const QByteArray &bytes : row.files) {
            const QString path = QStringLiteral("%1.yaml").arg(workspace.composeFiles.size() + 1);
            files.files.insert(path, bytes);
            workspace.composeFiles.append({path, bytes});
        }
        const QString layer = QStringLiteral(".env");
        if (row.beside.contains(layer))
            workspace.envLayers.append({layer, row.beside[layer]});
        readReferences(files, row.process, workspace, nullptr);
        m_validator = std::make_unique<WorkspaceValidator>(schemas);
        findings = m_validator->validate(workspace, row.process);
    }

    const ComposeModel &model() const { return m_validator->model(); }
    QList<model::Diagnostic> findings;

private:
    std::unique_ptr<WorkspaceValidator> m_validator;
};

} // namespace

// What the checks take for the project is what Compose makes of its files.
class MergeComposeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString missing = ComposeOracle::unavailable();
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_rows = tests::serviceMergeRows() + tests::fileMergeRows() + tests::includeMergeRows();
        m_answers = askedOf(m_rows);
    }

    void theTableIsLargeEnough()
    {
        QSet<QByteArray> names;
        for (const MergeRow &row : std::as_const(m_rows))
            names.insert(row.name);
        QCOMPARE(names.size(), m_rows.size());
        QVERIFY(m_rows.size() >= 300);
        qInfo("%d rows", int(m_rows.size()));
    }

    void filesMergeAsComposeMergesThem_data()
    {
        QTest::addColumn<int>("number");
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            QTest::newRow(m_rows.at(i).name.constData()) << int(i);
    }

    void filesMergeAsComposeMergesThem()
    {
        QFETCH(int, number);
        const MergeRow &row = m_rows.at(number);
        const ComposeOracle::Answer &answer = m_answers[size_t(number)];
        const Ours mine(row);
        if (!row.finding.isEmpty()) {
            QVERIFY2(!answer.ok, "Compose takes this");
            QStringList codes;
            for (const model::Diagnostic &one : mine.findings)
                codes += one.code;
            QVERIFY2(codes.contains(row.finding), qPrintable(answer.words + codes.join(u' ')));
            return;
        }
        QVERIFY2(answer.ok, qPrintable(answer.words));
        const QStringList theirs = tests::wordsOf(answer.model);
        QStringList ours =
            tests::wordsOf(mine.model(), row.process, [&](const QString &path) { return row.beside.value(path); });
        const QSet<QString> known(theirs.begin(), theirs.end());
        const QSet<QString> said(ours.begin(), ours.end());
        QStringList difference;
        for (const QString &word : theirs) {
            if (!said.contains(word))
                difference += QStringLiteral("Compose alone: ") + word;
        }
        for (const QString &word : ours) {
            if (!known.contains(word))
                difference += QStringLiteral("ours alone: ") + word;
        }
        QVERIFY2(difference.isEmpty(), qPrintable(difference.join(u'\n')));
        QCOMPARE(ours, theirs); // each as often
    }

private:
    QList<MergeRow> m_rows;
    std::vector<ComposeOracle::Answer> m_answers;
};

QTEST_GUILESS_MAIN(MergeComposeTest)
#include "merge_compose_test.moc"
