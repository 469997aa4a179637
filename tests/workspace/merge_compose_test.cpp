// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/compose_model.h"
#include "core/workspace/env/environment.h"

#include "workspace/compose_oracle.h"
#include "workspace/merge_rows.h"
#include "workspace/model_words.h"

#include <QSet>
#include <QTest>
#include <QThreadPool>

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
    QThreadPool pool;
    pool.setMaxThreadCount(3);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        pool.start([&row = rows.at(i), &answer = answers[size_t(i)]] {
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
            answer = oracle.config(names, {}, process,
                                   {QStringLiteral("--no-normalize"), QStringLiteral("--no-path-resolution"),
                                    QStringLiteral("--no-consistency")});
        });
    }
    pool.waitForDone();
    return answers;
}

ComposeModel modelOf(const MergeRow &row)
{
    const Environment environment = Environment::resolve({}, row.process);
    QList<std::shared_ptr<const FileModel>> models;
    for (const QByteArray &bytes : row.files) {
        const YamlReading reading = readYaml(bytes);
        if (reading.ok())
            models += readFileModel(QStringLiteral("%1.yaml").arg(models.size() + 1), reading.document,
                                    {environment.lookup(), {}});
    }
    return mergeModels(models);
}

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
        m_rows = tests::serviceMergeRows() + tests::fileMergeRows();
        m_answers = askedOf(m_rows);
    }

    void theTableIsLargeEnough()
    {
        QSet<QByteArray> names;
        for (const MergeRow &row : std::as_const(m_rows))
            names.insert(row.name);
        QCOMPARE(names.size(), m_rows.size());
        QVERIFY(m_rows.size() >= 150);
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
        QVERIFY2(answer.ok, qPrintable(answer.words));
        const QStringList theirs = tests::wordsOf(answer.model);
        QStringList ours =
            tests::wordsOf(modelOf(row), row.process, [&](const QString &path) { return row.beside.value(path); });
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
