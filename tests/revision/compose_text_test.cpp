// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_failure.h"
#include "core/revision/compose/compose_progress.h"
#include "core/revision/compose/compose_version.h"
#include "core/revision/compose/line_splitter.h"

#include <QTest>

using namespace mediahelm::revision;
using mediahelm::base::ErrorKind;
using Kind = ComposeProgress::Kind;

class ComposeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionIsRead_data();
    void versionIsRead();
    void versionDecidesWhatComposeDoes();
    void findingTellsItsPlace_data();
    void findingTellsItsPlace();
    void warningsAndErrorAreApart();
    void failureHasAKind_data();
    void failureHasAKind();
    void progressIsRead_data();
    void progressIsRead();
    void linesAreSplitHoweverTheyCome();
    void overlongLineIsCut();
};

void ComposeTextTest::versionIsRead_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("version");
    QTest::addColumn<ErrorKind>("kind");
    const auto none = ErrorKind::internal;
    QTest::newRow("2.26.1-4 of Debian") << QByteArray("Docker Compose version 2.26.1-4\n") << "2.26.1" << none;
    QTest::newRow("of Docker") << QByteArray("Docker Compose version v2.40.3\n") << "2.40.3" << none;
    QTest::newRow("Desktop's") << QByteArray("Docker Compose version v2.35.1-desktop.1\n") << "2.35.1" << none;
    QTest::newRow("5") << QByteArray("Docker Compose version v5.0.0-rc.1\n") << "5.0.0" << none;
    QTest::newRow("behind Podman's notice")
        << QByteArray(">>>> Executing external compose provider \"/usr/libexec/docker-compose\". <<<<\n\n"
                      "Docker Compose version v2.29.7\n")
        << "2.29.7" << none;
    QTest::newRow("too old") << QByteArray("Docker Compose version v2.19.1\n") << "" << ErrorKind::unsupported;
    QTest::newRow("version 1") << QByteArray("docker-compose version 1.29.2, build unknown\n") << ""
                               << ErrorKind::unsupported;
    QTest::newRow("garbage") << QByteArray("\x80\xffhello") << "" << ErrorKind::invalid;
    QTest::newRow("nothing") << QByteArray() << "" << ErrorKind::invalid;
    QTest::newRow("no number") << QByteArray("Docker Compose version dev\n") << "" << ErrorKind::invalid;
}

void ComposeTextTest::versionIsRead()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, version);
    QFETCH(ErrorKind, kind);
    const auto read = parseComposeVersion(output);
    QCOMPARE(read.ok(), !version.isEmpty());
    if (read)
        QCOMPARE(read->text(), version);
    else
        QCOMPARE(read.error().kind, kind);
    if (kind == ErrorKind::unsupported)
        QVERIFY(read.error().message.contains(QStringLiteral("install Compose 2.20.0 or later")));
}

void ComposeTextTest::versionDecidesWhatComposeDoes()
{
    const ComposeVersion old{2, 26, 1};
    const ComposeVersion recent{2, 40, 0};
    QVERIFY(old.recreatesDependents() && !recent.recreatesDependents());
    QVERIFY(!old.reportsJson() && recent.reportsJson());
    QVERIFY(!old.checksAttachments() && recent.checksAttachments());
    QVERIFY((ComposeVersion{5, 0, 0} > recent));
}

void ComposeTextTest::findingTellsItsPlace_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("syntax") << QByteArray("yaml: line 3: did not find expected key\n") << "" << 3 << "";
    QTest::newRow("syntax with its file")
        << QByteArray("failed to parse /srv/a b/x.yaml: yaml: line 7: mapping values are not allowed in this context\n")
        << "/srv/a b/x.yaml" << 7 << "";
    QTest::newRow("schema") << QByteArray("validating /srv/x.yaml: services.web.ports must be a list\n")
                            << "/srv/x.yaml" << 0 << "/services/web/ports";
    QTest::newRow("duplicate key") << QByteArray(
        "yaml: unmarshal errors:\n  line 3: mapping key \"web\" already defined at line 2\n")
                                   << "" << 3 << "";
    QTest::newRow("undefined dependency")
        << QByteArray("service \"web\" depends on undefined service \"b\": invalid compose project\n") << "" << 0
        << "/services/web";
    QTest::newRow("missing variable") << QByteArray(
        "error while interpolating services.web.image: required variable A is missing a value: need a\n")
                                      << "" << 0 << "/services/web/image";
    QTest::newRow("bad variable") << QByteArray(
        "invalid interpolation format for services.web.image.\nYou may need to escape any $ with another $.\n")
                                  << "" << 0 << "/services/web/image";
    QTest::newRow("missing file") << QByteArray("open /srv/nosuch.yaml: no such file or directory\n")
                                  << "/srv/nosuch.yaml" << 0 << "";
    QTest::newRow("missing env file") << QByteArray("Couldn't find env file: /srv/nosuch.env\n") << "/srv/nosuch.env"
                                      << 0 << "";
    QTest::newRow("a service named a/b") << QByteArray("service \"a/b\" has neither\n") << "" << 0 << "/services/a~1b";
}

void ComposeTextTest::findingTellsItsPlace()
{
    QFETCH(QByteArray, words);
    const QList<ComposeFinding> findings = composeFindings(words);
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings[0].error);
    QTEST(findings[0].file, "file");
    QTEST(findings[0].line, "line");
    QTEST(findings[0].pointer, "pointer");
    QCOMPARE(findings[0].message, QString::fromUtf8(words).trimmed());
}

void ComposeTextTest::warningsAndErrorAreApart()
{
    const QList<ComposeFinding> findings = composeFindings(
        "time=\"2026-11-22T23:57:51Z\" level=warning msg=\"The \\\"NOPE\\\" variable is not set. Defaulting to a blank "
        "string.\"\n Container x-1  Creating\nservice \"web\" has neither an image nor a build context specified: "
        "invalid "
        "compose project\n");
    QCOMPARE(findings.size(), 2);
    QVERIFY(!findings[0].error);
    QCOMPARE(findings[0].message, QStringLiteral("The \"NOPE\" variable is not set. Defaulting to a blank string."));
    QVERIFY(findings[1].error);
    QCOMPARE(findings[1].pointer, QStringLiteral("/services/web"));
}

void ComposeTextTest::failureHasAKind_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("configuration") << 15 << QByteArray("validating x: services.a must be a mapping\n")
                                   << ErrorKind::invalid;
    QTest::newRow("no engine") << 1 << QByteArray("Cannot connect to the Docker daemon at unix:///x. Is it running?\n")
                               << ErrorKind::unreachable;
    QTest::newRow("no permission")
        << 1 << QByteArray("permission denied while trying to connect to the Docker daemon socket at unix:///x\n")
        << ErrorKind::refused;
    QTest::newRow("interrupted") << 130 << QByteArray("canceled\n") << ErrorKind::cancelled;
    QTest::newRow("port in use")
        << 1 << QByteArray("Error response from daemon: Bind for 0.0.0.0:80 failed: port is already allocated\n")
        << ErrorKind::conflict;
    QTest::newRow("nothing said") << 1 << QByteArray() << ErrorKind::internal;
    QTest::newRow("unknown option") << 16 << QByteArray("unknown flag: --nosuch\n") << ErrorKind::unsupported;
}

void ComposeTextTest::failureHasAKind()
{
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    QFETCH(ErrorKind, kind);
    const auto error = errorOfCompose(code, words);
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.message.isEmpty());
}

void ComposeTextTest::progressIsRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isStep");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("done");
    QTest::newRow("container") << " Container x-web-1  Creating" << true << Kind::container << "x-web-1"
                               << "Creating" << false;
    QTest::newRow("started") << " Container x-web-1  Started" << true << Kind::container << "x-web-1"
                             << "Started" << true;
    QTest::newRow("network") << " Network x_default  Created" << true << Kind::network << "x_default"
                             << "Created" << true;
    QTest::newRow("volume") << " Volume \"x_data\"  Creating" << true << Kind::volume << "x_data"
                            << "Creating" << false;
    QTest::newRow("pull") << " web Pulling " << true << Kind::image << "web"
                          << "Pulling" << false;
    QTest::newRow("layer") << " 5b5fe70539cd Pulling fs layer " << true << Kind::layer << "5b5fe70539cd"
                           << "Pulling fs layer" << false;
    QTest::newRow("layer done") << " 5b5fe70539cd Pull complete " << true << Kind::layer << "5b5fe70539cd"
                                << "Pull complete" << true;
    QTest::newRow("json of 2.29") << R"({"id":"Container x-web-1","status":"Starting"})" << true << Kind::container
                                  << "x-web-1"
                                  << "Starting" << false;
    QTest::newRow("json of 5") << R"({"id":"Container x-web-1","status":"Done","text":"Started"})" << true
                               << Kind::container << "x-web-1"
                               << "Started" << true;
    QTest::newRow("json of a layer")
        << R"({"id":"5b5fe70539cd","parent_id":"web","status":"Downloading","text":"[=> ]","current":5,"total":10})"
        << true << Kind::layer << "5b5fe70539cd"
        << "Downloading" << false;
    QTest::newRow("broken json") << R"({"id":"Container x)" << false << Kind::other << ""
                                 << "" << false;
    QTest::newRow("a sentence") << "Error response from daemon: Started nothing" << false << Kind::other << ""
                                << "" << false;
    QTest::newRow("empty") << "" << false << Kind::other << ""
                           << "" << false;
}

void ComposeTextTest::progressIsRead()
{
    QFETCH(QString, line);
    QFETCH(bool, isStep);
    const auto step = parseProgress(line);
    QCOMPARE(step.has_value(), isStep);
    if (!step)
        return;
    QTEST(step->kind, "kind");
    QTEST(step->name, "name");
    QTEST(step->status, "status");
    QTEST(step->done(), "done");
}

void ComposeTextTest::linesAreSplitHoweverTheyCome()
{
    const QByteArray text = "one\r\ntwo\rthree\n\nfour";
    const QByteArrayList wanted{"one", "two", "three", "four"};
    for (int size = 1; size <= text.size(); ++size) {
        LineSplitter splitter;
        QByteArrayList lines;
        for (int at = 0; at < text.size(); at += size)
            lines += splitter.feed(text.mid(at, size));
        QCOMPARE(lines + splitter.finish(), wanted);
    }
}

void ComposeTextTest::overlongLineIsCut()
{
    LineSplitter splitter;
    const QByteArrayList lines = splitter.feed(QByteArray(LineSplitter::longest * 3, 'x') + "\nnext\n");
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].size(), LineSplitter::longest);
    QCOMPARE(lines[1], QByteArray("next"));
}

QTEST_GUILESS_MAIN(ComposeTextTest)
#include "compose_text_test.moc"
