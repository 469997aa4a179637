// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/fake_docker.h"

#include "core/revision/compose/compose_failure.h"
#include "core/revision/compose/project_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm::revision;
using mediahelm::base::ErrorKind;
using mediahelm::tests::FakeDocker;
using mediahelm::tests::outputOf;
using mediahelm::tests::patience;

namespace {

const QString verb = QStringLiteral("up");

QStringList linesOf(const QSignalSpy &spy)
{
    QStringList lines;
    for (const QList<QVariant> &call : spy)
        lines.append(call[0].toString());
    return lines;
}

} // namespace

class ComposeProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingComposeIsToldWithARemedy_data();
    void missingComposeIsToldWithARemedy();
    void missingDockerIsToldWithARemedy();
    void missingFolderIsTold();
    void argumentsAreThoseOfThePlainCommand();
    void progressIsAskedForAsTheVersionKnowsIt_data();
    void progressIsAskedForAsTheVersionKnowsIt();
    void versionIsAskedOnce();
    void environmentNamesTheEngineAndNoOtherProject();
    void badSecretIsRefused();
    void sshAddressIsRefused();
    void answerComesWholeAndErrorsByTheLine();
    void inputReachesCompose();
    void failureTellsComposesWords();
    void endBySignalIsTold();
    void hugeOutputIsRefused();
    void hugeErrorsAreBounded();
    void garbageIsAnErrorOfTheReading_data();
    void garbageIsAnErrorOfTheReading();
    void S11_secretIsInNoArgumentLogOrError();
};

void ComposeProcessTest::missingComposeIsToldWithARemedy_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("remedy");
    const QString install = QStringLiteral("install Compose");
    QTest::newRow("docker 20") << QByteArray("echo \"docker: 'compose' is not a docker command.\" >&2; exit 1")
                               << ErrorKind::notFound << install;
    QTest::newRow("docker 28") << QByteArray("echo 'docker: unknown command: docker compose' >&2; exit 1")
                               << ErrorKind::notFound << install;
    QTest::newRow("version 1") << QByteArray("echo 'docker-compose version 1.29.2, build unknown'")
                               << ErrorKind::unsupported << install;
    QTest::newRow("too old") << QByteArray("echo 'Docker Compose version v2.2.3'") << ErrorKind::unsupported << install;
    QTest::newRow("garbage") << QByteArray("head -c 100000 /dev/urandom") << ErrorKind::invalid << "tells no version";
    QTest::newRow("crash") << QByteArray("kill -SEGV $$") << ErrorKind::io << "signal";
}

void ComposeProcessTest::missingComposeIsToldWithARemedy()
{
    QFETCH(QByteArray, version);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, remedy);
    const FakeDocker docker("touch $log", version);
    auto process = docker.process();
    const auto run = process.start(docker.request({verb}));
    const auto output = outputOf(*run);
    QVERIFY(!output);
    QCOMPARE(output.error().kind, kind);
    QVERIFY2(output.error().message.contains(remedy), qPrintable(output.error().message));
    QVERIFY(!QFile::exists(docker.logPath())); // nothing was run
}

void ComposeProcessTest::missingDockerIsToldWithARemedy()
{
    const FakeDocker docker("");
    LocalComposeProcess::Options options;
    options.program = docker.folder() + QStringLiteral("/nosuch");
    LocalComposeProcess process(mediahelm::model::EngineAddress::local(), options);
    const auto output = outputOf(*process.start(docker.request({verb})));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::notFound);
    QVERIFY(output.error().message.contains(QStringLiteral("install Docker's command line")));
}

void ComposeProcessTest::missingFolderIsTold()
{
    const FakeDocker docker("");
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.command = *ComposeCommand::make(
        {docker.folder() + QStringLiteral("/gone"), QStringLiteral("x"), {}, {QStringLiteral("a")}, {}});
    const auto output = outputOf(*process.start(request));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::notFound);
    QVERIFY(output.error().message.contains(QStringLiteral("/gone is not there")));
}

void ComposeProcessTest::argumentsAreThoseOfThePlainCommand()
{
    const FakeDocker docker("pwd >$log; for a in \"$@\"; do echo \"$a\" >>$log; done");
    auto process = docker.process();
    const ComposeRequest request = docker.request({QStringLiteral("up"), QStringLiteral("$(id);\"x\" &")});
    QVERIFY(outputOf(*process.start(request)));
    const QByteArrayList lines = docker.log().split('\n');
    QCOMPARE(QString::fromUtf8(lines.value(0)), QFileInfo(docker.folder()).canonicalFilePath());
    QCOMPARE(
        lines.mid(1, lines.size() - 2).join('|'),
        QByteArray("compose|--ansi|never|--project-directory|.|--project-name|fake|-f|compose.yaml|up|$(id);\"x\" &"));
}

void ComposeProcessTest::progressIsAskedForAsTheVersionKnowsIt_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("json");
    QTest::newRow("2.26") << QByteArray("v2.26.1") << false;
    QTest::newRow("2.40") << QByteArray("v2.40.3") << true;
}

void ComposeProcessTest::progressIsAskedForAsTheVersionKnowsIt()
{
    QFETCH(QByteArray, version);
    QFETCH(bool, json);
    const FakeDocker docker("echo \"$@\" >$log; echo on output; echo on errors >&2",
                            "echo Docker Compose version " + version);
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.reportsProgress = true;
    const auto run = process.start(request);
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    const auto output = outputOf(*run);
    QVERIFY(output);
    QCOMPARE(docker.log().contains("--progress json"), json);
    QStringList lines = linesOf(spy);
    lines.sort();
    QCOMPARE(lines, QStringList({QStringLiteral("on errors"), QStringLiteral("on output")}));
    QCOMPARE(output->standardOutput, QByteArray());
}

void ComposeProcessTest::versionIsAskedOnce()
{
    const FakeDocker docker("true", "echo asked >>$log; echo Docker Compose version v2.40.3");
    auto process = docker.process();
    QVERIFY(outputOf(*process.start(docker.request({verb}))));
    QVERIFY(outputOf(*process.start(docker.request({verb}))));
    QCOMPARE(docker.log(), QByteArray("asked\n"));
}

void ComposeProcessTest::environmentNamesTheEngineAndNoOtherProject()
{
    QProcessEnvironment base;
    for (const char *name : {"COMPOSE_FILE", "COMPOSE_PROJECT_NAME", "COMPOSE_REMOVE_ORPHANS", "COMPOSE_ENV_FILES",
                             "DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_HOST", "COMPOSE_PROFILES", "PATH"})
        base.insert(QString::fromLatin1(name), QStringLiteral("x"));
    const auto unixSocket = *mediahelm::model::EngineAddress::parse(u"unix:///run/a.sock");
    const auto environment = composeEnvironment(base, unixSocket, {{QStringLiteral("TOKEN"), "t"}});
    QVERIFY(environment);
    QStringList names = environment->keys();
    names.sort();
    QCOMPARE(names.join(u' '), QStringLiteral("COMPOSE_PROFILES DOCKER_CLI_HINTS DOCKER_HOST PATH TOKEN"));
    QCOMPARE(environment->value(QStringLiteral("DOCKER_HOST")), QStringLiteral("unix:///run/a.sock"));

    const auto local = composeEnvironment(base, mediahelm::model::EngineAddress::local(), {});
    QVERIFY(local);
    QCOMPARE(local->value(QStringLiteral("DOCKER_HOST")), QStringLiteral("x")); // the docker command finds it itself
    QCOMPARE(local->value(QStringLiteral("DOCKER_CONTEXT")), QStringLiteral("x"));
}

void ComposeProcessTest::badSecretIsRefused()
{
    const auto engine = mediahelm::model::EngineAddress::local();
    for (const char *name : {"", "1A", "A B", "A=B", "A-B"}) {
        const auto environment = composeEnvironment({}, engine, {{QString::fromLatin1(name), "value"}});
        QVERIFY2(!environment, name);
        QVERIFY(!environment.error().message.contains(QStringLiteral("value of")));
        QVERIFY(environment.error().detail != QStringLiteral("value"));
    }
    QVERIFY(!composeEnvironment({}, engine, {{QStringLiteral("A"), QByteArray("a\0b", 3)}}));
}

void ComposeProcessTest::sshAddressIsRefused()
{
    const auto environment = composeEnvironment({}, *mediahelm::model::EngineAddress::parse(u"ssh://nas"), {});
    QVERIFY(!environment);
    QCOMPARE(environment.error().kind, ErrorKind::invalid);
}

void ComposeProcessTest::answerComesWholeAndErrorsByTheLine()
{
    const FakeDocker docker("printf 'a\\nb'; printf 'one\\ntwo' >&2");
    auto process = docker.process();
    const auto run = process.start(docker.request({verb}));
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    const auto output = outputOf(*run);
    QVERIFY(output);
    QCOMPARE(output->standardOutput, QByteArray("a\nb"));
    QCOMPARE(linesOf(spy), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(output->standardError, QByteArray("one\ntwo\n"));
}

void ComposeProcessTest::inputReachesCompose()
{
    const FakeDocker docker("echo \"$@\" >$log; cat");
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.input = QByteArray(300000, 'x');
    const auto output = outputOf(*process.start(request));
    QVERIFY(output);
    QCOMPARE(output->standardOutput, request.input);
    QVERIFY(docker.log().contains("-f - up"));
}

void ComposeProcessTest::failureTellsComposesWords()
{
    const FakeDocker docker("echo 'validating /x.yaml: services.web.ports must be a list' >&2; exit 15");
    auto process = docker.process();
    const auto output = outputOf(*process.start(docker.request({verb})));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::invalid);
    QCOMPARE(output.error().message,
             QStringLiteral("Compose refused: validating /x.yaml: services.web.ports must be a list"));
    QCOMPARE(composeFindings(output.error().detail.toUtf8()).value(0).pointer, QStringLiteral("/services/web/ports"));
}

void ComposeProcessTest::endBySignalIsTold()
{
    const FakeDocker docker("echo before >&2; kill -KILL $$");
    auto process = docker.process();
    const auto output = outputOf(*process.start(docker.request({verb})));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::io);
    QCOMPARE(output.error().detail, QStringLiteral("before"));
}

void ComposeProcessTest::hugeOutputIsRefused()
{
    const FakeDocker docker("exec cat /dev/zero");
    LocalComposeProcess::Options options;
    options.program = docker.program();
    options.mostOutput = 1024 * 1024;
    LocalComposeProcess process(mediahelm::model::EngineAddress::local(), options);
    const auto output = outputOf(*process.start(docker.request({verb})));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::invalid);
    QVERIFY(output.error().message.contains(QStringLiteral("more than 1 MiB")));
}

void ComposeProcessTest::hugeErrorsAreBounded()
{
    const FakeDocker docker(
        "echo first >&2; head -c 3000000 /dev/zero | tr '\\0' 'x' >&2; echo >&2; seq 1 100000 >&2; exit 1");
    auto process = docker.process();
    const auto output = outputOf(*process.start(docker.request({verb})));
    QVERIFY(!output);
    QVERIFY(output.error().detail.size() <= 32 * 1024);
    QVERIFY(output.error().detail.startsWith(QStringLiteral("first")));
    QVERIFY(output.error().detail.endsWith(QStringLiteral("100000")));
}

void ComposeProcessTest::garbageIsAnErrorOfTheReading_data()
{
    QTest::addColumn<QByteArray>("lines");
    const QByteArray model = R"(echo '{"name":"fake","services":{"web":{"image":"x"}}}')";
    QTest::newRow("no JSON") << QByteArray("head -c 1000 /dev/urandom");
    QTest::newRow("nothing") << QByteArray("true");
    QTest::newRow("JSON of something else") << QByteArray("echo '[1]'");
    QTest::newRow("cut JSON") << QByteArray(R"(echo '{"name":"fake","serv')");
    QTest::newRow("hashes that are none") << "case \"$*\" in *--hash*) echo hello;; *) " + model + ";; esac";
    QTest::newRow("a failure at the hashes") << "case \"$*\" in *--hash*) exit 1;; *) " + model + ";; esac";
}

void ComposeProcessTest::garbageIsAnErrorOfTheReading()
{
    QFETCH(QByteArray, lines);
    const FakeDocker docker(lines);
    auto process = docker.process();
    ProjectReader reader(process, docker.request({}).command, {});
    const auto future = reader.read({});
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience);
    QVERIFY(!future.result());
    QVERIFY(!future.result().error().message.isEmpty());
}

namespace {

QStringList *logged = nullptr;

void collect(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &message)
{
    logged->append(message);
}

} // namespace

void ComposeProcessTest::S11_secretIsInNoArgumentLogOrError()
{
    const QByteArray canary = "canary-6c1f-s3cret";
    QStringList messages;
    logged = &messages;
    QLoggingCategory::setFilterRules(QStringLiteral("mediahelm.*=true"));
    const QtMessageHandler before = qInstallMessageHandler(collect);
    const auto restore = qScopeGuard([before] {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    });

    // Everything that anybody on the machine may read of the process, and everything that it is told to say.
    const FakeDocker docker(
        "tr '\\0' ' ' </proc/$$/cmdline >$log; echo \"error: bad value $TOKEN here\" >&2; echo \"$TOKEN\"; "
        "exit 1");
    auto process = docker.process();
    ComposeRequest request = docker.request({QStringLiteral("up"), QStringLiteral("-d")});
    request.secrets.insert(QStringLiteral("TOKEN"), canary);
    request.reportsProgress = true;
    const auto run = process.start(request);
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    const auto output = outputOf(*run);
    QVERIFY(!output);
    QString everything = QString::fromUtf8(docker.log()) + output.error().message + output.error().detail
        + linesOf(spy).join(u' ') + messages.join(u' ');
    QVERIFY(everything.contains(QStringLiteral("bad value [secret TOKEN] here"))); // it had been told
    QVERIFY(messages.join(u' ').contains(QStringLiteral("up -d"))); // and it had been logged
    QVERIFY2(!everything.contains(QString::fromUtf8(canary)), qPrintable(everything));
}

QTEST_GUILESS_MAIN(ComposeProcessTest)
#include "compose_process_test.moc"
