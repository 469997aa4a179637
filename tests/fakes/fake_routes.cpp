// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_routes.h"

#include "tests/fakes/fake_engine.h"

#include <QJsonArray>

namespace mediahelm::fakes {

namespace {

QJsonDocument versionDocument(const FakeEngine::Options &options)
{
    const QString name = options.podman ? QStringLiteral("Podman Engine") : QStringLiteral("Engine");
    return QJsonDocument(QJsonObject{
        {QStringLiteral("Platform"), QJsonObject{{QStringLiteral("Name"), QString()}}},
        {QStringLiteral("Components"),
         QJsonArray{QJsonObject{{QStringLiteral("Name"), name}, {QStringLiteral("Version"), options.version}}}},
        {QStringLiteral("Version"), options.version},
        {QStringLiteral("ApiVersion"), options.apiVersion},
        {QStringLiteral("MinAPIVersion"), options.minApiVersion},
        {QStringLiteral("Os"), QStringLiteral("linux")},
        {QStringLiteral("Arch"), QStringLiteral("amd64")},
        {QStringLiteral("KernelVersion"), QStringLiteral("6.1.0-fake")}});
}

QJsonDocument infoDocument(FakeEngine &engine)
{
    int running = 0;
    int paused = 0;
    for (const FakeContainer *container : engine.machine().containers()) {
        running += container->state == u"running";
        paused += container->state == u"paused";
    }
    const int count = engine.machine().count();
    const FakeStatsMoment machine;
    return QJsonDocument(QJsonObject{
        {QStringLiteral("ID"), QStringLiteral("FAKE:ENGINE")},
        {QStringLiteral("Containers"), count},
        {QStringLiteral("ContainersRunning"), running},
        {QStringLiteral("ContainersPaused"), paused},
        {QStringLiteral("ContainersStopped"), count - running - paused},
        {QStringLiteral("Driver"), QStringLiteral("overlay2")},
        {QStringLiteral("CgroupVersion"), engine.options().cgroupV2 ? QStringLiteral("2") : QStringLiteral("1")},
        {QStringLiteral("KernelVersion"), QStringLiteral("6.1.0-fake")},
        {QStringLiteral("OperatingSystem"), QStringLiteral("Fake Linux 12")},
        {QStringLiteral("OSType"), QStringLiteral("linux")},
        {QStringLiteral("Architecture"), QStringLiteral("x86_64")},
        {QStringLiteral("NCPU"), machine.cpus},
        {QStringLiteral("MemTotal"), machine.machineMemoryBytes},
        {QStringLiteral("DockerRootDir"), QStringLiteral("/var/lib/docker")},
        {QStringLiteral("Name"), QStringLiteral("fakebox")},
        {QStringLiteral("ServerVersion"), engine.options().version},
        {QStringLiteral("SecurityOptions"), QJsonArray{QStringLiteral("name=seccomp,profile=default")}}});
}

bool passes(const FakeContainer &container, const FakeRequest &request)
{
    const auto among = [](const QStringList &wanted, auto matches) {
        return wanted.isEmpty() || std::any_of(wanted.begin(), wanted.end(), matches);
    };
    return among(request.filter("id"), [&](const QString &id) { return container.id.startsWith(id); })
        && among(request.filter("name"), [&](const QString &name) { return container.name.contains(name); })
        && among(request.filter("status"), [&](const QString &status) { return container.state == status; })
        && among(request.filter("health"), [&](const QString &health) { return container.health == health; })
        && among(request.filter("label"), [&](const QString &label) {
               const QString key = label.section(QLatin1Char('='), 0, 0);
               return container.labels.contains(key)
                   && (!label.contains(QLatin1Char('='))
                       || container.labels.value(key) == label.section(QLatin1Char('='), 1));
           });
}

QJsonArray listOf(FakeEngine &engine, const FakeRequest &request, bool all)
{
    const qint64 now = engine.machine().nowNano();
    QJsonArray entries;
    for (const FakeContainer *container : engine.machine().containers()) {
        if ((all || container->hasProcess() || container->state == u"restarting") && passes(*container, request))
            entries += listEntry(*container, now);
    }
    return entries;
}

QJsonArray imagesOf(FakeEngine &engine, bool counted)
{
    QMap<QString, int> uses;
    for (const FakeContainer *container : engine.machine().containers())
        ++uses[container->image];
    QJsonArray images;
    for (auto it = uses.begin(); it != uses.end(); ++it)
        images += QJsonObject{{QStringLiteral("Id"), fakeImageId(it.key())},
                              {QStringLiteral("RepoTags"), QJsonArray{it.key()}},
                              {QStringLiteral("RepoDigests"), QJsonValue()},
                              {QStringLiteral("Created"), 1'750'000'000},
                              {QStringLiteral("Size"), 150'000'000},
                              {QStringLiteral("SharedSize"), -1},
                              {QStringLiteral("Containers"), counted ? it.value() : -1}};
    return images;
}

QJsonDocument diskUsage(FakeEngine &engine, const FakeRequest &request)
{
    QJsonArray containers;
    const QJsonArray entries = listOf(engine, request, true);
    for (const QJsonValue &entry : entries) {
        QJsonObject with = entry.toObject();
        with.insert(QStringLiteral("SizeRw"), 1'000'000);
        with.insert(QStringLiteral("SizeRootFs"), 151'000'000);
        containers += with;
    }
    const QJsonArray images = imagesOf(engine, true);
    return QJsonDocument(QJsonObject{
        {QStringLiteral("LayersSize"), images.size() * 150'000'000},
        {QStringLiteral("Images"), images},
        {QStringLiteral("Containers"), containers},
        {QStringLiteral("Volumes"),
         QJsonArray{QJsonObject{{QStringLiteral("Name"), QStringLiteral("media_data")},
                                {QStringLiteral("UsageData"),
                                 QJsonObject{{QStringLiteral("Size"), 42'000'000}, {QStringLiteral("RefCount"), 1}}}}}},
        {QStringLiteral("BuildCache"), QJsonValue()},
        {QStringLiteral("BuilderSize"), 0}});
}

bool answerGeneral(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request)
{
    if (request.path == u"/_ping") {
        connection.reply(200, "OK", "text/plain; charset=utf-8");
        return true;
    }
    if (request.method != "GET")
        return false;
    if (request.path == u"/version")
        connection.replyJson(versionDocument(engine.options()));
    else if (request.path == u"/info")
        connection.replyJson(infoDocument(engine));
    else if (request.path == u"/containers/json")
        connection.replyJson(QJsonDocument(listOf(engine, request, request.flag("all"))));
    else if (request.path == u"/images/json")
        connection.replyJson(QJsonDocument(imagesOf(engine, false)));
    else if (request.path == u"/system/df")
        connection.replyJson(diskUsage(engine, request));
    else if (request.path == u"/events")
        beginEvents(engine, connection, request);
    else
        return false;
    return true;
}

} // namespace

void answer(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request)
{
    if (answerGeneral(engine, connection, request))
        return;
    const QStringList segments = request.segments();
    if (segments.value(0) == u"containers" && segments.size() >= 2) {
        if (FakeContainer *container = engine.machine().find(segments[1]))
            answerContainer(engine, connection, request, *container);
        else
            connection.fail(404, QStringLiteral("No such container: %1").arg(segments[1]));
    } else if (segments.value(0) == u"exec") {
        answerExec(engine, connection, request);
    } else {
        connection.fail(404, QStringLiteral("page not found"));
    }
}

namespace {

void finish(FakeConnection &connection, const FakeOutcome &outcome)
{
    if (outcome.message.isEmpty())
        connection.reply(outcome.status, {});
    else
        connection.fail(outcome.status, outcome.message);
}

// The deeds that may take their time; the container may be gone when it is over.
void finishLater(FakeEngine &engine, FakeConnection &connection, const FakeContainer &container,
                 FakeOutcome (FakeMachine::*deed)(FakeContainer &))
{
    const auto act = [&engine, &connection, deed, id = container.id] {
        FakeContainer *found = engine.machine().find(id);
        finish(connection,
               found ? (engine.machine().*deed)(*found)
                     : FakeOutcome{404, QStringLiteral("No such container: %1").arg(id)});
    };
    if (container.stopMilliseconds > 0 && container.hasProcess())
        QTimer::singleShot(container.stopMilliseconds, &connection, act);
    else
        act();
}

} // namespace

void answerContainer(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request,
                     FakeContainer &container)
{
    FakeMachine &machine = engine.machine();
    const QString verb = request.segments().value(2);
    if (request.method == "DELETE" && verb.isEmpty()) {
        finish(connection, machine.remove(container, request.flag("force")));
    } else if (request.method == "GET") {
        if (verb == u"json")
            connection.replyJson(QJsonDocument(inspection(container)));
        else if (verb == u"logs")
            beginLogs(engine, connection, request, container);
        else if (verb == u"stats")
            beginStatistics(engine, connection, request, container);
        else
            connection.fail(404, QStringLiteral("page not found"));
    } else if (request.method != "POST") {
        connection.fail(404, QStringLiteral("page not found"));
    } else if (verb == u"start") {
        finish(connection, machine.start(container));
    } else if (verb == u"stop") {
        finishLater(engine, connection, container, &FakeMachine::stop);
    } else if (verb == u"restart") {
        finishLater(engine, connection, container, &FakeMachine::restart);
    } else if (verb == u"kill") {
        finish(connection, machine.kill(container, request.argument("signal")));
    } else if (verb == u"pause") {
        finish(connection, machine.pause(container));
    } else if (verb == u"unpause") {
        finish(connection, machine.unpause(container));
    } else if (verb == u"rename") {
        finish(connection, machine.rename(container, request.argument("name")));
    } else if (verb == u"exec") {
        createExec(connection, request);
    } else {
        connection.fail(404, QStringLiteral("page not found"));
    }
}

} // namespace mediahelm::fakes
