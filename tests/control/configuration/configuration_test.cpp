// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/control/configuration/folder_watch.h"
#include "core/control/configuration/local_configurations.h"
#include "core/control/text_desk.h"
#include "core/control/text_help.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace mediahelm;
using namespace mediahelm::control;
using namespace std::chrono_literals;

namespace {

using Opened = std::shared_ptr<Configuration>;

const QString sonarr = QStringLiteral("services/sonarr.yaml");

template<typename T>
base::Result<T> waitFor(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return base::Error{base::ErrorKind::timeout, QStringLiteral("no answer"), {}};
    return future.result();
}

} // namespace

class ConfigurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAWorkspace();
    void aFolderThatIsNoneIsAnError();
    void findsWhatIsWrongInTextsThatAreNotSaved();
    void theNewestTextWins();
    void savesByteForByte_data();
    void savesByteForByte();
    void B26_neverOverwritesWhatOthersChanged();
    void aFileThatOthersMadeIsNotOverwritten();
    void tellsOfChangesOnTheDisk();
    void itsOwnSavesAreNoChanges();
    void B10_unsavedWorkSurvivesKill9();
    void unsavedWorkIsKeptAtTheEnd();
    void savedWorkIsNoDraft();
    void answersQuestions();
    void isEndedByAnAnswer();

private:
    Opened open(std::chrono::milliseconds draftDelay = 20ms)
    {
        LocalConfigurations configurations({m_drafts.path(), {}, draftDelay}, m_clock);
        const auto opened = waitFor(configurations.open(m_workspace->folder()));
        return opened ? *opened : nullptr;
    }

    base::SystemClock m_clock;
    QTemporaryDir m_drafts;
    std::unique_ptr<test::SampleWorkspace> m_workspace;

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<test::SampleWorkspace>(); }
};

void ConfigurationTest::opensAWorkspace()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    QCOMPARE(configuration->facts().name, QStringLiteral("media"));
    QCOMPARE(configuration->facts().files.size(), 6);
    const auto text = waitFor(configuration->textDesk().read(sonarr));
    QVERIFY(text);
    QCOMPARE(text->bytes, test::SampleWorkspace::sonarr());
    QVERIFY(text->isUtf8);
    m_workspace->write(QStringLiteral("templates/latin.txt"), "caf\xe9\n");
    const auto latin = waitFor(configuration->textDesk().read(QStringLiteral("templates/latin.txt")));
    QVERIFY(latin && !latin->isUtf8);
}

void ConfigurationTest::aFolderThatIsNoneIsAnError()
{
    LocalConfigurations configurations({{}, {}, 20ms}, m_clock);
    const QTemporaryDir empty;
    const auto none = waitFor(configurations.open(empty.path()));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, base::ErrorKind::notFound);
    const auto nowhere = waitFor(configurations.open(empty.path() + QStringLiteral("/nowhere")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, base::ErrorKind::notFound);
    QFile manifest(empty.filePath(QStringLiteral("mediahelm.yaml")));
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    manifest.write("a: [");
    manifest.close();
    const auto broken = waitFor(configurations.open(empty.path()));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, base::ErrorKind::invalid);
}

void ConfigurationTest::findsWhatIsWrongInTextsThatAreNotSaved()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    QSignalSpy diagnosed(configuration.get(), &Configuration::diagnosed);
    configuration->textDesk().setText(sonarr, "services:\n  a:\n    image: x\n    image: y\n",
                                      textDigest(test::SampleWorkspace::sonarr()));
    const auto duplicate = [&] {
        return std::ranges::any_of(configuration->diagnostics(), [](const model::Diagnostic &found) {
            return found.file == sonarr && found.place.line == 4 && found.severity == model::Severity::error;
        });
    };
    QTRY_VERIFY(duplicate());
    configuration->textDesk().dropText(sonarr);
    QTRY_VERIFY(!duplicate());
}

void ConfigurationTest::theNewestTextWins()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    for (int i = 0; i < 50; ++i)
        configuration->textDesk().setText(sonarr, "a: [" + QByteArray::number(i), {});
    configuration->textDesk().setText(sonarr, test::SampleWorkspace::sonarr(), {});
    QSignalSpy diagnosed(configuration.get(), &Configuration::diagnosed);
    QVERIFY(diagnosed.wait(20'000));
    for (const model::Diagnostic &found : configuration->diagnostics())
        QVERIFY(found.file != sonarr || found.severity != model::Severity::error);
    QVERIFY(diagnosed.size() < 10);
}

void ConfigurationTest::savesByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Windows line ends") << QByteArray("a: 1\r\nb: 2\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a: 1\n");
    QTest::newRow("no break at the end") << QByteArray("a: 1");
    QTest::newRow("empty") << QByteArray("");
}

void ConfigurationTest::savesByteForByte()
{
    QFETCH(QByteArray, bytes);
    const Opened configuration = open();
    QVERIFY(configuration);
    const auto saved =
        waitFor(configuration->textDesk().save(sonarr, bytes, textDigest(test::SampleWorkspace::sonarr())));
    QVERIFY(saved);
    QCOMPARE(saved->digest, textDigest(bytes));
    QCOMPARE(m_workspace->read(sonarr), bytes);
}

void ConfigurationTest::B26_neverOverwritesWhatOthersChanged()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    const auto text = waitFor(configuration->textDesk().read(sonarr));
    QVERIFY(text);
    m_workspace->write(sonarr, "# somebody else\n");
    const auto saved = waitFor(configuration->textDesk().save(sonarr, "mine\n", text->digest));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, base::ErrorKind::conflict);
    QCOMPARE(m_workspace->read(sonarr), QByteArray("# somebody else\n"));
}

void ConfigurationTest::aFileThatOthersMadeIsNotOverwritten()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    const QString fresh = QStringLiteral("services/fresh.yaml");
    QVERIFY(waitFor(configuration->textDesk().save(fresh, "services: {}\n", {})));
    QCOMPARE(m_workspace->read(fresh), QByteArray("services: {}\n"));
    const auto again = waitFor(configuration->textDesk().save(fresh, "other\n", {}));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, base::ErrorKind::conflict);
    QVERIFY(!waitFor(configuration->textDesk().save(QStringLiteral("../outside.yaml"), "x", {})));
}

void ConfigurationTest::tellsOfChangesOnTheDisk()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    QSignalSpy changed(configuration.get(), &Configuration::fileChanged);
    QSignalSpy facts(configuration.get(), &Configuration::factsChanged);
    m_workspace->write(sonarr, "services: {}\n");
    QTRY_VERIFY_WITH_TIMEOUT(changed.contains(QVariantList{sonarr}), 20'000);
    m_workspace->write(QStringLiteral("services/new.yaml"), "services: {}\n");
    QTRY_VERIFY_WITH_TIMEOUT(!facts.isEmpty(), 20'000);
    QCOMPARE(configuration->facts().files.size(), 7);
    changed.clear();
    QVERIFY(QFile::remove(m_workspace->absolute(sonarr)));
    QTRY_VERIFY_WITH_TIMEOUT(changed.contains(QVariantList{sonarr}), 20'000);
}

void ConfigurationTest::itsOwnSavesAreNoChanges()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    QSignalSpy changed(configuration.get(), &Configuration::fileChanged);
    const auto saved =
        waitFor(configuration->textDesk().save(sonarr, "services: {}\n", textDigest(test::SampleWorkspace::sonarr())));
    QVERIFY(saved);
    QSignalSpy diagnosed(configuration.get(), &Configuration::diagnosed);
    configuration->look();
    QVERIFY(diagnosed.wait(20'000));
    QVERIFY(changed.isEmpty());
}

// The program that is killed: opens the workspace, types, says when that is kept, and waits.
static int runVictim(const QString &folder, const QString &drafts)
{
    const base::SystemClock clock;
    LocalConfigurations configurations({drafts, {}, 10ms}, clock);
    Opened kept;
    configurations.open(folder).then(qApp, [&kept](const base::Result<Opened> &opened) {
        kept = *opened;
        QObject::connect(kept.get(), &Configuration::draftKept, qApp, [] {
            std::puts("kept");
            std::fflush(stdout);
        });
        kept->textDesk().setText(sonarr, "# unsaved\n", textDigest(test::SampleWorkspace::sonarr()));
    });
    return QCoreApplication::exec();
}

void ConfigurationTest::B10_unsavedWorkSurvivesKill9()
{
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--victim"), m_workspace->folder(), m_drafts.path()});
    QTRY_VERIFY_WITH_TIMEOUT(victim.bytesAvailable() > 0, 30'000);
    victim.kill();
    QVERIFY(victim.waitForFinished());
    QCOMPARE(m_workspace->read(sonarr), test::SampleWorkspace::sonarr());
    const Opened configuration = open();
    QVERIFY(configuration);
    const auto drafts = waitFor(configuration->textDesk().drafts());
    QVERIFY(drafts);
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->constFirst().path, sonarr);
    QCOMPARE(drafts->constFirst().bytes, QByteArray("# unsaved\n"));
    QCOMPARE(drafts->constFirst().base, textDigest(test::SampleWorkspace::sonarr()));
    configuration->textDesk().dropText(sonarr);
    QVERIFY(waitFor(configuration->textDesk().drafts())->isEmpty());
}

void ConfigurationTest::unsavedWorkIsKeptAtTheEnd()
{
    {
        const Opened configuration = open(1h);
        QVERIFY(configuration);
        configuration->textDesk().setText(sonarr, "# unsaved\n", {});
    }
    const Opened configuration = open();
    QCOMPARE(waitFor(configuration->textDesk().drafts())->size(), 1);
    configuration->textDesk().dropText(sonarr);
    QVERIFY(waitFor(configuration->textDesk().drafts())->isEmpty());
}

void ConfigurationTest::savedWorkIsNoDraft()
{
    Opened configuration = open();
    QVERIFY(configuration);
    QSignalSpy kept(configuration.get(), &Configuration::draftKept);
    const QByteArray base = textDigest(test::SampleWorkspace::sonarr());
    configuration->textDesk().setText(sonarr, "# new\n", base);
    QVERIFY(kept.wait(20'000));
    QVERIFY(waitFor(configuration->textDesk().save(sonarr, "# new\n", base)));
    QVERIFY(waitFor(configuration->textDesk().drafts())->isEmpty());
    // Saved before it was kept, by somebody who goes on with the answer.
    configuration->textDesk().setText(sonarr, "# newer\n", textDigest("# new\n"));
    bool saved = false;
    configuration->textDesk()
        .save(sonarr, "# newer\n", textDigest("# new\n"))
        .then(this, [&saved](const base::Result<FileText> &text) { saved = text.ok(); });
    QTRY_VERIFY(saved);
    configuration.reset();
    configuration = open();
    QVERIFY(configuration);
    QVERIFY(waitFor(configuration->textDesk().drafts())->isEmpty());
}

void ConfigurationTest::answersQuestions()
{
    const Opened configuration = open();
    QVERIFY(configuration);
    const QByteArray text = "services:\n  a:\n    restart: ";
    const auto completions = waitFor(configuration->help().complete(sonarr, text, text.size()));
    QVERIFY(completions && !completions->items.isEmpty());
    const auto found = waitFor(configuration->help().find({QStringLiteral("Berlin"), true, false}));
    QVERIFY(found);
    QCOMPARE(found->found.size(), 1);
    const auto merged = waitFor(configuration->help().merge("a\n", "b\n", "c\n"));
    QVERIFY(merged);
    QCOMPARE(merged->conflicts, 1);
}

void ConfigurationTest::isEndedByAnAnswer()
{
    Opened configuration = open();
    QVERIFY(configuration);
    const QPointer<Configuration> watched = configuration.get();
    connect(configuration.get(), &Configuration::diagnosed, this, [&configuration] { configuration.reset(); });
    configuration->look();
    QTRY_VERIFY(!watched);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--victim"))
        return runVictim(arguments.value(2), arguments.value(3));
    ConfigurationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "configuration_test.moc"
