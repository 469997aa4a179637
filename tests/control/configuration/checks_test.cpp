// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/control/check_desk.h"
#include "core/control/configuration/local_configurations.h"
#include "core/control/text_desk.h"
#include "core/revision/compose/compose_process.h"
#include "core/workspace/checks/patient_probe.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

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

// A run that says what a test wants.
class SaidRun final : public revision::ComposeRun
{
public:
    explicit SaidRun(base::Result<revision::ComposeOutput> says)
        : m_says(std::move(says))
    {
    }
    QFuture<base::Result<revision::ComposeOutput>> output() const override
    {
        return base::finishedWith<revision::ComposeOutput>(m_says);
    }
    void cancel() override { }

private:
    const base::Result<revision::ComposeOutput> m_says;
};

class SaidCompose final : public revision::ComposeProcess
{
public:
    QFuture<base::Result<revision::ComposeVersion>> version() override
    {
        return base::finishedWith<revision::ComposeVersion>(
            base::Error{base::ErrorKind::unsupported, QStringLiteral("not asked here"), {}});
    }
    std::unique_ptr<revision::ComposeRun> start(const revision::ComposeRequest &request) override
    {
        requests.append(request);
        return std::make_unique<SaidRun>(says);
    }
    QFuture<base::Result<int>> endLeftBehind(const QString &) override { return base::finishedWith<int>(0); }

    QList<revision::ComposeRequest> requests;
    base::Result<revision::ComposeOutput> says = revision::ComposeOutput();
};

// A disk that hangs at one path until it is let go.
class HangingProbe final : public workspace::HostProbe
{
public:
    base::Result<workspace::HostFacts> facts(const workspace::HostQuestions &questions) const override
    {
        workspace::HostFacts facts;
        for (const QString &path : questions.paths) {
            if (path == u"/mnt/nas")
                go.acquire();
            facts.paths.insert(path, {});
        }
        return facts;
    }
    mutable QSemaphore go;
};

bool has(const Configuration &configuration, const char *code)
{
    return std::ranges::any_of(configuration.diagnostics(),
                               [code](const model::Diagnostic &one) { return one.code == QLatin1String(code); });
}

} // namespace

// What is asked beside the files: this machine and Compose.
class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOfFoldersThatMiss();
    void tellsOfPortsThatOthersHave();
    void tellsOfNamesThatOthersHave();
    void withoutAnEngineNobodyIsBlamedForAPort();
    void composeIsAskedAboutWhatIsSaved();
    void composeIsNotAskedWhileTyping();
    void S11_composeIsToldNoSecret();
    void aComposeThatMissesIsTold();
    void asksAgainWhenTold();
    void B03_aDiskThatHangsHoldsNobody();

private:
    void open();

    base::SystemClock m_clock;
    std::unique_ptr<test::SampleWorkspace> m_workspace;
    SaidCompose m_compose;
    std::optional<workspace::EngineFacts> m_engine;
    Opened m_configuration;
};

void ChecksTest::init()
{
    m_configuration.reset();
    m_workspace = std::make_unique<test::SampleWorkspace>();
    m_compose.requests.clear();
    m_compose.says = revision::ComposeOutput();
    m_engine.reset();
}

void ChecksTest::open()
{
    LocalConfigurations::Settings settings;
    settings.asksHost = true;
    settings.engineFacts = [this] { return m_engine; };
    settings.compose = &m_compose;
    LocalConfigurations configurations(settings, m_clock);
    const auto opened = waitFor(configurations.open(m_workspace->folder()));
    QVERIFY(opened);
    m_configuration = *opened;
}

void ChecksTest::tellsOfFoldersThatMiss()
{
    m_workspace->write(sonarr, "services:\n  sonarr:\n    image: sonarr:4\n    volumes: [/nowhere/at/all:/data]\n");
    open();
    QTRY_VERIFY_WITH_TIMEOUT(has(*m_configuration, "bind-missing"), 20'000);
    QVERIFY(m_configuration->checkDesk().checks().host.at.isValid());
    // Without the folder in the text there is nothing to tell, before it is saved too.
    m_configuration->textDesk().setText(sonarr, "services:\n  sonarr:\n    image: sonarr:4\n", {});
    QTRY_VERIFY_WITH_TIMEOUT(!has(*m_configuration, "bind-missing"), 20'000);
}

void ChecksTest::tellsOfPortsThatOthersHave()
{
    m_workspace->write(sonarr, "services:\n  sonarr:\n    image: sonarr:4\n    ports: [\"8989:8989\"]\n");
    m_engine.emplace();
    m_engine->ports = {{QStringLiteral("films"), QStringLiteral("other"), QString(), 8989, QStringLiteral("tcp")}};
    open();
    QTRY_VERIFY_WITH_TIMEOUT(has(*m_configuration, "port-taken"), 20'000);
    m_engine->ports = {{QStringLiteral("media"), QStringLiteral("own"), QString(), 8989, QStringLiteral("tcp")}};
    m_configuration->checkDesk().checkNow();
    QTRY_VERIFY_WITH_TIMEOUT(!has(*m_configuration, "port-taken"), 20'000);
}

void ChecksTest::tellsOfNamesThatOthersHave()
{
    m_workspace->write(sonarr, "services:\n  sonarr:\n    image: sonarr:4\n    container_name: sonarr\n");
    m_engine.emplace();
    m_engine->containers = {{QStringLiteral("films"), QStringLiteral("sonarr")}};
    open();
    QTRY_VERIFY_WITH_TIMEOUT(has(*m_configuration, "container-name-taken"), 20'000);
    m_engine->containers = {{QStringLiteral("media"), QStringLiteral("sonarr")}};
    m_configuration->checkDesk().checkNow();
    QTRY_VERIFY_WITH_TIMEOUT(!has(*m_configuration, "container-name-taken"), 20'000);
}

void ChecksTest::withoutAnEngineNobodyIsBlamedForAPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_workspace->write(sonarr,
                       "services:\n  sonarr:\n    image: sonarr:4\n    ports: [\"127.0.0.1:"
                           + QByteArray::number(server.serverPort()) + ":8989\"]\n");
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->checkDesk().checks().host.at.isValid(), 20'000);
    QVERIFY(!has(*m_configuration, "port-taken"));
    m_engine.emplace();
    m_configuration->checkDesk().checkNow();
    QTRY_VERIFY_WITH_TIMEOUT(has(*m_configuration, "port-taken"), 20'000);
}

void ChecksTest::composeIsAskedAboutWhatIsSaved()
{
    m_compose.says = base::Error{base::ErrorKind::invalid, QStringLiteral("refused"),
                                 QStringLiteral("services.vpn.image must be a string")};
    open();
    QTRY_VERIFY_WITH_TIMEOUT(has(*m_configuration, "compose-error"), 20'000);
    QCOMPARE(m_compose.requests.size(), 1);
    m_compose.says = revision::ComposeOutput();
    const auto text = waitFor(m_configuration->textDesk().read(sonarr));
    QVERIFY(waitFor(m_configuration->textDesk().save(sonarr, text->bytes + "# saved\n", text->digest)));
    QTRY_VERIFY_WITH_TIMEOUT(!has(*m_configuration, "compose-error"), 20'000);
    QCOMPARE(m_compose.requests.size(), 2);
}

void ChecksTest::composeIsNotAskedWhileTyping()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->checkDesk().checks().compose.at.isValid(), 20'000);
    QSignalSpy changed(m_configuration.get(), &Configuration::checksChanged);
    const QDateTime host = m_configuration->checkDesk().checks().host.at;
    m_configuration->textDesk().setText(sonarr, "services: {}\n", {});
    QVERIFY(m_configuration->checkDesk().checks().composeIsOlder);
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->checkDesk().checks().host.at > host, 20'000);
    QCOMPARE(m_compose.requests.size(), 1);
    m_configuration->textDesk().dropText(sonarr);
    QVERIFY(!m_configuration->checkDesk().checks().composeIsOlder);
}

void ChecksTest::S11_composeIsToldNoSecret()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_compose.requests.size(), 1, 20'000);
    QCOMPARE(m_compose.requests.first().secrets.keys(), QStringList(QStringLiteral("SONARR_API_KEY")));
    QCOMPARE(m_compose.requests.first().arguments, QStringList({QStringLiteral("config"), QStringLiteral("--quiet")}));
}

void ChecksTest::aComposeThatMissesIsTold()
{
    m_compose.says = base::Error{base::ErrorKind::notFound, QStringLiteral("there is no docker command"), {}};
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_configuration->checkDesk().checks().compose.problem,
                              QStringLiteral("there is no docker command"), 20'000);
    QVERIFY(!has(*m_configuration, "compose-error"));
}

void ChecksTest::asksAgainWhenTold()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_compose.requests.size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->checkDesk().checks().host.at.isValid(), 20'000);
    const QDateTime before = m_configuration->checkDesk().checks().host.at;
    m_configuration->checkDesk().checkNow();
    QCOMPARE(m_compose.requests.size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->checkDesk().checks().host.at > before, 20'000);
}

void ChecksTest::B03_aDiskThatHangsHoldsNobody()
{
    const auto probe = std::make_shared<HangingProbe>();
    {
        workspace::PatientProbe patient(probe, 50ms);
        const auto facts = waitFor(patient.ask({{QStringLiteral("/srv"), QStringLiteral("/mnt/nas")}, false}));
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, base::ErrorKind::timeout);
        QVERIFY(facts.error().message.contains(QStringLiteral("/mnt/nas")));
        // No second thread goes after the first.
        const auto again = waitFor(patient.ask({{QStringLiteral("/srv")}, false}));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, base::ErrorKind::conflict);
        probe->go.release();
        const auto answers = [&patient] { return waitFor(patient.ask({{QStringLiteral("/srv")}, false})).ok(); };
        QTRY_VERIFY(answers());
    }
    {
        workspace::PatientProbe patient(probe, 10s);
        const auto ended = patient.ask({{QStringLiteral("/mnt/nas")}, false});
        Q_UNUSED(ended)
    } // its end waits for nobody
    probe->go.release();
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "checks_test.moc"
