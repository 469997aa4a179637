// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_deployments.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/failure_text.h"
#include "ui/shell/language.h"
#include "ui/style/phrases/phrase.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/style/phrases/phrase_tables.h"
#include "ui/style/words.h"
#include "workspace/broken_cases.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace mediahelm;
using namespace mediahelm::ui;

// What core says in English, under German.
class PhrasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language = std::make_unique<Language>(QStringLiteral("de")); }
    void aTextIsPartedAsItWasMade_data();
    void aTextIsPartedAsItWasMade();
    void saysItInGerman_data();
    void saysItInGerman();
    void everyPhraseIsKnownAgain();
    void aLongSearchIsGivenUp();
    void everyFindingOfTheBrokenFilesIsGerman_data();
    void everyFindingOfTheBrokenFilesIsGerman();
    void aDeploymentsReportHasNoEnglishLeft_data();
    void aDeploymentsReportHasNoEnglishLeft();
    void anErrorSaysWhyInGerman();
    void englishIsLeftAsItIs();

private:
    std::unique_ptr<Language> m_language;
};

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QList<const char *> everyPhrase()
{
    QList<const char *> all;
    for (const auto &table : {PhraseTables::deployments(), PhraseTables::predicates(), PhraseTables::checks(),
                              PhraseTables::files(), PhraseTables::setup(), PhraseTables::errors()})
        all.append(QList<const char *>(table.begin(), table.end()));
    return all;
}

// A phrase in German, with these in its places.
QString german(const char *source, const QStringList &arguments = {})
{
    Phrase::Arguments places;
    for (const QString &argument : arguments)
        places.insert(int(places.size()) + 1, argument);
    return filledIn(QCoreApplication::translate("Phrases", source), places);
}

// Words that no German sentence has, and no name in the samples.
QStringList englishWordsIn(const QString &said)
{
    static const QStringList english{
        text("the"), text("and"), text("is"), text("with"), text("not"),  text("must"),  text("which"), text("cannot"),
        text("it"),  text("its"), text("of"), text("has"),  text("this"), text("these"), text("take"),  text("put")};
    QString plain = said;
    for (QChar &c : plain) {
        if (!c.isLetter())
            c = u' ';
    }
    QStringList found;
    const QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
    std::ranges::copy_if(words, std::back_inserter(found),
                         [](const QString &word) { return english.contains(word.toLower()); });
    return found;
}

} // namespace

void PhrasesTest::aTextIsPartedAsItWasMade_data()
{
    QTest::addColumn<QByteArray>("phrase");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QStringList>("arguments"); // none: it was not made of it
    const auto row = [](const char *phrase, const char *said, const QStringList &arguments) {
        QTest::newRow(said) << QByteArray(phrase) << text(said) << arguments;
    };
    row("%1 is %2", "a is b", {text("a"), text("b")});
    row("%1 is %2; go", "a is b is c; go", {text("a"), text("b is c")});
    row("%1; %1", "a; b; a; b", {text("a; b")}); // the same at both places
    row("%2 before %1", "b before a", {text("a"), text("b")});
    row("%1 of %2, %3 more", "1 of 2 of 3, 4 more", {text("1"), text("2 of 3"), text("4")});
    row("%1 is %2", "a is ", {}); // none is empty
    row("%1 is %2", " is b", {});
    row("%1; %1", "a; b", {});
    row("nothing", "nothing at all", {});
    row("write ${%1:-}, 100 %", "write ${A:-}, 100 %", {text("A")});
}

void PhrasesTest::aTextIsPartedAsItWasMade()
{
    QFETCH(const QByteArray, phrase);
    QFETCH(const QString, said);
    QFETCH(const QStringList, arguments);
    const auto matched = Phrase(phrase.constData()).match(said);
    QCOMPARE(matched.has_value(), !arguments.isEmpty());
    if (matched) {
        QCOMPARE(QStringList(matched->values()), arguments);
        QCOMPARE(filledIn(QString::fromUtf8(phrase), *matched), said);
    }
}

void PhrasesTest::saysItInGerman_data()
{
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *english, const QString &wanted) { QTest::newRow(english) << wanted; };
    const QString three = german("is unhealthy: its health check failed %1 times", {text("3")});
    row("everything is up", german("everything is up"));
    row("is unhealthy: its health check failed 3 times", three);
    row("web is unhealthy: its health check failed 3 times, and 2 more; put back to cccccccccc, and everything is up",
        german("%1; put back to %2, and everything is up",
               {german("%1, and %2 more", {text("web ") + three, text("2")}), text("cccccccccc")}));
    row("there is nothing to do, but web exited with 127",
        german("there is nothing to do, but %1", {text("web ") + german("exited with %1", {text("127")})}));
    row("port 8080/tcp of the host is published by web too (compose.yaml:7); give one of them another port, 8081 is "
        "free in these files",
        german("port %1/%2 of the host is published by %3 too (%4:%5); give one of them another port, %6 is free in "
               "these files",
               {text("8080"), text("tcp"), text("web"), text("compose.yaml"), text("7"), text("8081")}));
    row("ports must be a list, but is true or false; write it as a list",
        german("%1 must be %2, but is %3; write it as a list",
               {text("ports"), german("a list"), german("true or false")}));
    row("item 2 of ports must look like 8080 or 9000:80 (A port)",
        german("%1 must look like %2 or %3 (%4)",
               {german("item %1 of %2", {text("2"), text("ports")}), text("8080"), text("9000:80"), text("A port")}));
    row("a key without its ':'; write 'key: value', with a space behind the colon",
        german("a key without its ':'") + text("; ") + german("write 'key: value', with a space behind the colon"));
    row("services/a.yaml:7: nothing refers to PORT",
        text("services/a.yaml:7: ") + german("nothing refers to %1", {text("PORT")}));
    row("a.yaml was changed\nb.yaml was removed",
        german("%1 was changed", {text("a.yaml")}) + u'\n' + german("%1 was removed", {text("b.yaml")}));
    row("docker compose refuses this: service \"web\" refers to undefined network x",
        german("docker compose refuses this: %1", {text("service \"web\" refers to undefined network x")}));
    row("Error response from daemon: no such image", text("Error response from daemon: no such image"));
}

void PhrasesTest::saysItInGerman()
{
    QFETCH(const QString, wanted);
    const QString english = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(inOurWords(english), wanted);
    QCOMPARE(wanted == english, english.startsWith(text("Error response"))); // what is not ours
}

// Nothing that says more hides a phrase, and each has words of its own.
void PhrasesTest::everyPhraseIsKnownAgain()
{
    const QList<const char *> phrases = everyPhrase();
    QVERIFY(phrases.size() > 500);
    for (const char *source : phrases) {
        Phrase::Arguments arguments;
        for (int place = 1; place <= 9; ++place)
            arguments.insert(place, text("arg-%1").arg(place));
        const QString said = filledIn(QString::fromUtf8(source), arguments);
        const QString translated = QCoreApplication::translate("Phrases", source);
        QVERIFY2(translated != QString::fromUtf8(source), source);
        QCOMPARE(inOurWords(said), filledIn(translated, arguments));
    }
}

void PhrasesTest::aLongSearchIsGivenUp()
{
    const QString hostile = text("a is b; ").repeated(450);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(inOurWords(hostile).isEmpty(), false);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void PhrasesTest::everyFindingOfTheBrokenFilesIsGerman_data()
{
    QTest::addColumn<tests::BrokenCase>("broken");
    const QList<tests::BrokenCase> cases = tests::brokenCases();
    for (const tests::BrokenCase &one : cases)
        QTest::newRow(qPrintable(one.title)) << one;
}

void PhrasesTest::everyFindingOfTheBrokenFilesIsGerman()
{
    QFETCH(const tests::BrokenCase, broken);
    const QList<model::Diagnostic> all = tests::findingsOf(broken.files);
    for (const model::Diagnostic &found : all) {
        const QString said = inOurWords(found.message);
        QVERIFY2(said != found.message, qPrintable(found.code + text(": ") + found.message));
        // What the schemas describe, and what a file says of its variable, stands in their own words.
        if (!found.code.startsWith(text("schema-")) && found.code != text("variable-required"))
            QVERIFY2(englishWordsIn(said).isEmpty(), qPrintable(found.code + text(": ") + said));
        if (found.fix)
            QVERIFY2(inOurWords(found.fix->title) != found.fix->title, qPrintable(found.fix->title));
    }
}

void PhrasesTest::aDeploymentsReportHasNoEnglishLeft_data()
{
    QTest::addColumn<model::Verdict>("verdict");
    QTest::newRow("healthy") << model::Verdict::healthy;
    QTest::newRow("rolled back") << model::Verdict::rolledBack;
    QTest::newRow("unhealthy") << model::Verdict::unhealthy;
    QTest::newRow("cancelled") << model::Verdict::cancelled;
}

void PhrasesTest::aDeploymentsReportHasNoEnglishLeft()
{
    QFETCH(const model::Verdict, verdict);
    model::DeploymentProgress progress = fakes::endedProgress(verdict);
    progress.log.clear(); // as Compose said it
    for (model::ServiceFailure &failure : progress.failures) {
        failure.lastLog.clear();
        failure.healthOutput.clear();
    }
    const QString report = deploymentReport(progress);
    QVERIFY2(englishWordsIn(report).isEmpty(), qPrintable(report));
    FailureText failures;
    failures.setFailures(progress.failures);
    QVERIFY2(englishWordsIn(failures.toPlainText()).isEmpty(), qPrintable(failures.toPlainText()));
}

void PhrasesTest::anErrorSaysWhyInGerman()
{
    const base::Error error{base::ErrorKind::conflict, text("the workspace /srv/media is held by another process"),
                            text("It is left as it is. Use that version, or a newer one.")};
    const QString why = german("the workspace %1 is held by another process", {text("/srv/media")});
    const QString all = wordsFor(error, text("Headline")).all();
    QVERIFY2(all.contains(why), qPrintable(all));
    QVERIFY2(englishWordsIn(all).isEmpty(), qPrintable(all));
    QCOMPARE(deploymentError(error, text("Headline")).reason, asSentence(why));
}

void PhrasesTest::englishIsLeftAsItIs()
{
    m_language.reset();
    QCOMPARE(inOurWords(text("everything is up")), text("everything is up"));
    m_language = std::make_unique<Language>(text("en"));
    QCOMPARE(inOurWords(text("everything is up")), text("everything is up"));
}

Q_DECLARE_METATYPE(mediahelm::tests::BrokenCase)

QTEST_MAIN(PhrasesTest)
#include "phrases_test.moc"
