// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/plan_bench.h"

#include "core/revision/plan/plan_json.h"
#include "core/revision/plan/plan_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace mediahelm::revision;
using namespace mediahelm;
using model::ContainerState;
using tests::PlanBench;

using Change = std::function<void(PlanBench &)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr ComposeVersion debian{2, 26, 1};
constexpr ComposeVersion recent{2, 40, 3};

// in lives in vpn's network, apart in that of the container that is named so, last waits for in; db is by itself.
constexpr char stack[] = R"({
  "vpn": {"image": "vpn:1", "container_name": "the-vpn", "networks": {"default": null}},
  "in": {"image": "in:1", "network_mode": "service:vpn",
         "depends_on": {"vpn": {"condition": "service_started", "restart": true}}},
  "apart": {"image": "in:1", "network_mode": "container:the-vpn"},
  "last": {"image": "last:1", "networks": {"default": null},
           "depends_on": {"in": {"condition": "service_started"}, "once": {"condition": "service_completed_successfully"}}},
  "once": {"image": "once:1", "networks": {"default": null}},
  "db": {"image": "db:1", "networks": {"default": null}, "scale": 2}
})";

void stop(PlanBench &bench, const char *name, int code = 0)
{
    auto &container = bench.container(QString::fromLatin1(name));
    container.state = ContainerState::exited;
    container.exitCode = code;
}

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAsAskedNeedsNothing_data();
    void whatIsAsAskedNeedsNothing();
    void nothingRunsYet();
    void actionsAreComposes_data();
    void actionsAreComposes();
    void reasonIsTold_data();
    void reasonIsTold();
    void scalingDownKeepsWhatTheVersionKeeps_data();
    void scalingDownKeepsWhatTheVersionKeeps();
    void scalingUpNamesTheNewOnes();
    void orphansGoWithConsentAlone();
    void imagesAreFetchedByTheirPolicy_data();
    void imagesAreFetchedByTheirPolicy();
    void impossibleProjectIsAnError_data();
    void impossibleProjectIsAnError();
    void jsonHasTheShapeThatIsPromised();
    void textNamesEachStep();
    void changedFilesAreNamedInText();
    void nothingToDoIsSaidInText();
};

void PlanTest::whatIsAsAskedNeedsNothing_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("2.26") << "2.26";
    QTest::newRow("2.40") << "2.40";
}

void PlanTest::whatIsAsAskedNeedsNothing()
{
    QFETCH(QString, version);
    PlanBench bench(stack, version == QLatin1String("2.26") ? debian : recent);
    bench.runAll();
    QCOMPARE(bench.actions(), text("db=nothing once=nothing vpn=nothing apart=nothing in=nothing last=nothing"));
    QVERIFY(bench.plan()->nothingToDo());
    QVERIFY(bench.plan()->images.isEmpty());
}

void PlanTest::nothingRunsYet()
{
    PlanBench bench(stack);
    QCOMPARE(bench.actions(), text("db=create once=create vpn=create apart=create in=create last=create"));
    QCOMPARE(bench.reasons(text("db")), text("no container yet"));
    QCOMPARE(bench.plan()->find(text("db"))->containers.size(), 2);
}

void PlanTest::actionsAreComposes_data()
{
    QTest::addColumn<bool>("isRecent");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("actions");
    const auto row = [](const char *name, const Change &change, const char *actions) {
        QTest::newRow(name) << false << change << text(actions);
    };
    const auto recentRow = [](const char *name, const Change &change, const char *actions) {
        QTest::newRow(name) << true << change << text(actions);
    };
    row(
        "a leaf changed", [](auto &b) { b.changeHash(text("db")); },
        "db=recreate once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "what others live in changed", [](auto &b) { b.changeHash(text("vpn")); },
        "db=nothing once=nothing vpn=recreate apart=nothing+recreate in=recreate last=recreate");
    recentRow(
        "the same, later: last does not follow", [](auto &b) { b.changeHash(text("vpn")); },
        "db=nothing once=nothing vpn=recreate apart=nothing+recreate in=recreate last=nothing");
    row(
        "a dependency changed: dependents follow", [](auto &b) { b.changeHash(text("in")); },
        "db=nothing once=nothing vpn=nothing apart=nothing in=recreate last=recreate");
    recentRow(
        "the same, later: they do not", [](auto &b) { b.changeHash(text("in")); },
        "db=nothing once=nothing vpn=nothing apart=nothing in=recreate last=nothing");
    row(
        "the image moved", [](auto &b) { b.observed.images[text("db:1")].id = text("sha256:new"); },
        "db=recreate once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "stopped", [](auto &b) { stop(b, "media-db-2", 137); },
        "db=start once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "stopped that others live in: they must be restarted", [](auto &b) { stop(b, "the-vpn", 1); },
        "db=nothing once=nothing vpn=start apart=nothing+restart in=nothing+restart last=nothing");
    row(
        "removed by hand",
        [](auto &b) { b.observed.containers.removeIf([](auto &c) { return c.name == text("the-vpn"); }); },
        "db=nothing once=nothing vpn=create apart=nothing+recreate in=recreate last=recreate");
    row(
        "one of two removed by hand",
        [](auto &b) { b.observed.containers.removeIf([](auto &c) { return c.name == text("media-db-2"); }); },
        "db=create once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "restarting is left alone", [](auto &b) { b.container(text("media-db-1")).state = ContainerState::restarting; },
        "db=nothing once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "paused", [](auto &b) { b.container(text("media-db-1")).state = ContainerState::paused; },
        "db=start once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "made by `run`: no part of it",
        [](auto &b) { b.run(text("db"), 3).labels[text("com.docker.compose.oneoff")] = text("True"); },
        "db=nothing once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "an older container's namespace, which Compose does not see",
        [](auto &b) { b.container(text("media-apart-1")).networkMode = text("container:") + QString(64, u'e'); },
        "db=nothing once=nothing vpn=nothing apart=nothing+recreate in=nothing last=nothing");
    row(
        "an older container's namespace, which it sees", [](auto &b) { b.changeHash(text("in")); },
        "db=nothing once=nothing vpn=nothing apart=nothing in=recreate last=recreate");
    recentRow(
        "not on its network", [](auto &b) { b.container(text("media-db-1")).networks.clear(); },
        "db=recreate once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "not on its network, earlier", [](auto &b) { b.container(text("media-db-1")).networks.clear(); },
        "db=nothing once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "scaled to none", [](auto &b) { b.reading.project.services[1].scale = 0; },
        "db=remove once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    const auto otherFile = [](const char *service) {
        return [service](auto &b) { b.options.changedFiles = {{text(service), {text("app.conf")}}}; };
    };
    row("a mounted file changed", otherFile("db"),
        "db=restart once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row("of what others live in: they must be restarted", otherFile("vpn"),
        "db=nothing once=nothing vpn=restart apart=nothing+restart in=nothing+restart last=nothing");
    row(
        "a mounted file of what is made anew anyway",
        [](auto &b) {
            b.options.changedFiles = {{text("db"), {text("app.conf")}}};
            b.changeHash(text("db"));
        },
        "db=recreate once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "of what others live in, and of one of these: it follows, once",
        [](auto &b) {
            b.options.changedFiles = {{text("vpn"), {text("a")}}, {text("apart"), {text("b")}}};
        },
        "db=nothing once=nothing vpn=restart apart=restart+restart in=nothing+restart last=nothing");
    row(
        "of what lives in another one that is made anew",
        [](auto &b) {
            b.changeHash(text("vpn"));
            b.options.changedFiles = {{text("apart"), {text("b")}}};
        },
        "db=nothing once=nothing vpn=recreate apart=restart+recreate in=recreate last=recreate");
    row(
        "of one of two, of which the other does not run",
        [](auto &b) {
            stop(b, "media-db-2", 137);
            b.options.changedFiles = {{text("db"), {text("a")}}};
        },
        "db=restart once=nothing vpn=nothing apart=nothing in=nothing last=nothing");
    row(
        "of what asks to be restarted with it",
        [](auto &b) {
            b.options.changedFiles = {{text("once"), {text("app.conf")}}};
            for (auto &service : b.reading.project.services) {
                if (service.name == text("last"))
                    service.dependsOn.last().restart = true;
            }
        },
        "db=nothing once=restart vpn=nothing apart=nothing in=nothing last=nothing+restart");
    row(
        "it has done its work", [](auto &b) { stop(b, "media-once-1", 0); },
        "db=nothing once=start vpn=nothing apart=nothing in=nothing last=nothing");
}

void PlanTest::actionsAreComposes()
{
    QFETCH(bool, isRecent);
    QFETCH(Change, change);
    PlanBench bench(stack, isRecent ? recent : debian);
    bench.runAll();
    change(bench);
    QTEST(bench.actions(), "actions");
}

void PlanTest::reasonIsTold_data()
{
    QTest::addColumn<bool>("isRecent");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char *name, const Change &change, const char *service, const char *reasons) {
        QTest::newRow(name) << false << change << text(service) << text(reasons);
    };
    row(
        "image moved", [](auto &b) { b.observed.images[text("db:1")].id = text("sha256:new"); }, "db",
        "image moved under db:1");
    row(
        "image absent", [](auto &b) { b.observed.images.remove(text("db:1")); }, "db", "image not here db:1");
    row(
        "namespace's owner", [](auto &b) { b.changeHash(text("vpn")); }, "in", "follows vpn");
    row(
        "dependency", [](auto &b) { b.changeHash(text("in")); }, "last", "follows in");
    row(
        "stopped", [](auto &b) { stop(b, "media-db-2", 137); }, "db", "not running: exited 137");
    row(
        "never started", [](auto &b) { b.container(text("media-db-1")).state = ContainerState::created; }, "db",
        "not running: created");
    row(
        "paused", [](auto &b) { b.container(text("media-db-1")).state = ContainerState::paused; }, "db",
        "paused; has to be unpaused first");
    row(
        "work done", [](auto &b) { stop(b, "media-once-1", 0); }, "once", "runs once more: exited 0");
    row(
        "work failed", [](auto &b) { stop(b, "media-once-1", 1); }, "once", "not running: exited 1");
    row(
        "scaled", [](auto &b) { b.reading.project.services[1].scale = 3; }, "db", "scale 2 -> 3");
    row(
        "environment",
        [](auto &b) {
            b.container(text("media-db-1")).environment[text("A")] = "x";
            b.changeHash(text("db"));
        },
        "db", "environment A");
    QTest::newRow("restart: true, later") << true << Change([](PlanBench &b) {
        b.changeHash(text("once"));
        b.reading.project.services[3].dependsOn[1].restart = true;
    }) << text("last") << text("restarted with once");
}

void PlanTest::reasonIsTold()
{
    QFETCH(bool, isRecent);
    QFETCH(Change, change);
    QFETCH(QString, service);
    PlanBench bench(stack, isRecent ? recent : debian);
    bench.runAll();
    change(bench);
    QTEST(bench.reasons(service), "reasons");
}

void PlanTest::scalingDownKeepsWhatTheVersionKeeps_data()
{
    QTest::addColumn<bool>("isRecent");
    QTest::addColumn<QString>("removed");
    QTest::newRow("2.26 keeps the outdated one") << false << "media-db-2";
    QTest::newRow("2.40 keeps the other one") << true << "media-db-1";
}

void PlanTest::scalingDownKeepsWhatTheVersionKeeps()
{
    QFETCH(bool, isRecent);
    QFETCH(QString, removed);
    PlanBench bench(stack, isRecent ? recent : debian);
    bench.runAll();
    bench.reading.project.services[1].scale = 1;
    bench.container(text("media-db-1")).labels[text("com.docker.compose.config-hash")] = text("old");
    QStringList gone;
    const auto plan = bench.plan();
    for (const model::ContainerStep &step : plan->find(text("db"))->containers) {
        if (step.action == model::PlanAction::remove)
            gone.append(step.name);
    }
    QCOMPARE(gone, QStringList(removed));
}

void PlanTest::scalingUpNamesTheNewOnes()
{
    PlanBench bench(stack);
    bench.runAll();
    bench.reading.project.services[1].scale = 4;
    const auto plan = bench.plan();
    const model::ServicePlan &db = *plan->find(text("db"));
    QCOMPARE(db.action, model::PlanAction::create);
    QCOMPARE(db.containers.value(2), (model::ContainerStep{model::PlanAction::create, {}, text("media-db-3"), 3}));
    QCOMPARE(db.containers.value(3).name, text("media-db-4"));
}

void PlanTest::orphansGoWithConsentAlone()
{
    PlanBench bench(stack);
    bench.runAll();
    bench.run(text("old"));
    bench.run(text("resting"));
    bench.reading.knownServices.append(text("resting")); // of a profile that is not active
    QVERIFY(bench.actions().endsWith(text("last=nothing old=remove")));
    QCOMPARE(bench.reasons(text("old")), text("in no file any more"));
    QVERIFY(bench.plan()->removesOrphans());

    bench.options.removeOrphans = false;
    QVERIFY(bench.actions().endsWith(text("last=nothing old=nothing")));
    QVERIFY(!bench.plan()->removesOrphans());
    QVERIFY(bench.plan()->nothingToDo());
}

void PlanTest::imagesAreFetchedByTheirPolicy_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("isHere");
    QTest::addColumn<bool>("builds");
    QTest::addColumn<QString>("step");
    QTest::newRow("default, here") << "" << true << false << "";
    QTest::newRow("default, absent") << "" << false << false << "pull absent db";
    QTest::newRow("missing, absent") << "missing" << false << false << "pull absent db";
    QTest::newRow("always, here") << "always" << true << false << "pull always db";
    QTest::newRow("never, absent") << "never" << false << false << "unavailable absent db";
    QTest::newRow("never, here") << "never" << true << false << "";
    QTest::newRow("built, absent") << "" << false << true << "build absent db";
    QTest::newRow("built each time") << "build" << true << true << "build always db";
    QTest::newRow("daily, fetched yesterday") << "daily" << true << false << "pull outdated db";
    QTest::newRow("weekly, fetched yesterday") << "weekly" << true << false << "";
    QTest::newRow("every 12 h") << "every_12h" << true << false << "pull outdated db";
    QTest::newRow("every 3 d") << "every_3d" << true << false << "";
}

void PlanTest::imagesAreFetchedByTheirPolicy()
{
    QFETCH(QString, policy);
    QFETCH(bool, isHere);
    QFETCH(bool, builds);
    PlanBench bench(stack, recent);
    bench.runAll();
    bench.options.now = QDateTime(QDate(2026, 5, 2), QTime(12, 0), Qt::UTC);
    ResolvedService &db = bench.reading.project.services[1];
    db.pullPolicy = policy;
    db.builds = builds;
    bench.observed.images[text("db:1")].tagged = bench.options.now.addSecs(-25 * 3600);
    if (!isHere)
        bench.observed.images.remove(text("db:1"));
    QString found;
    const auto images = planToJson(*bench.plan()).value(u"images").toArray();
    for (const QJsonValue &image : images)
        found +=
            image[u"action"].toString() + u' ' + image[u"reason"].toString() + u' ' + image[u"services"][0].toString();
    QTEST(found, "step");
}

void PlanTest::impossibleProjectIsAnError_data()
{
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("a circle") << QByteArray(
        R"({"a":{"image":"x","depends_on":{"b":{}}},"b":{"image":"x","network_mode":"service:a"}})")
                              << "invalid"
                              << "a -> b -> a";
    QTest::newRow("two containers of one name")
        << QByteArray(R"({"a":{"image":"x","container_name":"n","scale":2}})") << "conflict"
        << "named n";
}

void PlanTest::impossibleProjectIsAnError()
{
    QFETCH(QByteArray, services);
    QFETCH(QString, words);
    const PlanBench bench(services);
    const auto plan = bench.plan();
    QVERIFY(!plan);
    QTEST(base::errorKindName(plan.error().kind), "kind");
    QVERIFY2(plan.error().message.contains(words), qPrintable(plan.error().message));
}

void PlanTest::jsonHasTheShapeThatIsPromised()
{
    PlanBench bench(stack);
    bench.runAll();
    bench.run(text("old"));
    stop(bench, "the-vpn", 1);
    const QJsonObject json = planToJson(*bench.plan());
    QCOMPARE(json.value(u"project").toString(), text("media"));
    QCOMPARE(json.value(u"nothingToDo").toBool(), false);
    const QJsonArray services = json.value(u"services").toArray();
    QCOMPARE(services.size(), 7);
    const QJsonObject vpn = services[2].toObject();
    QCOMPARE(vpn.value(u"service").toString(), text("vpn"));
    QCOMPARE(vpn.value(u"action").toString(), text("start"));
    QCOMPARE(vpn.value(u"reasons").toArray(), QJsonArray{text("not running: exited 1")});
    QCOMPARE(vpn.value(u"containers")[0][u"name"].toString(), text("the-vpn"));
    QVERIFY(!vpn.contains(u"followUp"));
    QCOMPARE(services[3].toObject().value(u"followUp"),
             QJsonValue(QJsonObject{{text("action"), text("restart")}, {text("because"), text("vpn")}}));
    QVERIFY(services[6].toObject().value(u"orphan").toBool());
    for (const QJsonValue &service : services)
        QVERIFY(text("create recreate start remove nothing").split(u' ').contains(service[u"action"].toString()));
}

void PlanTest::textNamesEachStep()
{
    PlanBench bench(stack);
    bench.runAll();
    bench.changeHash(text("vpn"));
    bench.observed.images.remove(text("db:1"));
    QCOMPARE(planToText(*bench.plan()),
             text("pull      db:1   for db\n"
                  "recreate  db     image not here db:1\n"
                  "recreate  vpn    configuration\n"
                  "recreate  in     follows vpn\n"
                  "recreate  last   follows in\n"
                  "recreate  apart  afterwards: it lives in a namespace of vpn\n"
                  "1 other service stays as it is\n"));
}

void PlanTest::changedFilesAreNamedInText()
{
    PlanBench bench(stack);
    bench.runAll();
    bench.options.changedFiles = {{text("db"), {text("conf/a.conf"), text("conf/b.conf")}}};
    QVERIFY(!bench.plan()->nothingToDo());
    QCOMPARE(planToText(*bench.plan()),
             text("restart   db  file conf/a.conf; file conf/b.conf\n"
                  "5 other services stay as they are\n"));
}

void PlanTest::nothingToDoIsSaidInText()
{
    PlanBench bench(stack);
    bench.runAll();
    QCOMPARE(planToText(*bench.plan()), text("nothing to do: 6 services are as their files say\n"));
}

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
