// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_observed.h"
#include "core/engine/engine_client.h"
#include "engine/scripted_engine.h"

#include <QTest>

using namespace mediahelm;
using base::ErrorKind;
using engine::EngineClient;
using tests::ScriptedEngine;

namespace {

// As engine 20.10 says it, shortened.
const QByteArray inspection = R"({
  "Id": "0123456789ab", "Name": "/media-web-1", "Created": "2026-05-01T10:00:00.5Z", "Image": "sha256:aaaa",
  "State": {"Status": "exited", "ExitCode": 137},
  "Config": {"Image": "app:1", "Hostname": "0123456789ab", "User": "1000", "WorkingDir": "/app",
    "Env": ["PUID=1000", "EMPTY=", "EQUALS=a=b", "NAMEONLY"], "Cmd": ["serve"], "Entrypoint": ["/init"],
    "Labels": {"com.docker.compose.service": "web"},
    "Healthcheck": {"Test": ["CMD", "true"], "Interval": 5000000000, "Retries": 2}},
  "HostConfig": {"NetworkMode": "container:ff", "PidMode": "host", "IpcMode": "private", "Privileged": true,
    "PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}], "81/udp": [{"HostIp": "", "HostPort": ""}]},
    "VolumesFrom": ["ff:ro"], "CapAdd": ["NET_ADMIN"], "CapDrop": ["ALL"], "Memory": 1048576, "NanoCpus": 500000000,
    "Devices": [{"PathOnHost": "/dev/dri", "PathInContainer": "/dev/dri", "CgroupPermissions": "rwm"}],
    "RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 3}},
  "Mounts": [{"Type": "volume", "Name": "media_data", "Source": "/var/lib/x", "Destination": "/data", "RW": false}],
  "NetworkSettings": {"Networks": {"media_default": {"IPAddress": "10.0.0.2"}}}
})";

} // namespace

class ObservedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containerIsReadAsItWasMade();
    void S11_valuesOfTheEnvironmentAreNotKept();
    void imageIsRead();
    void brokenReplyIsAnError_data();
    void brokenReplyIsAnError();
    void projectIsAskedForByItsLabel();
    void imageNameThatLeadsElsewhereIsRefused();
    void rawContainerHasItsImageWithIt();
    void rawContainerOutlivesItsImage();
    void rawContainerFails_data();
    void rawContainerFails();
};

void ObservedTest::containerIsReadAsItWasMade()
{
    const auto container = engine::decodeObservedContainer(inspection);
    QVERIFY(container);
    QCOMPARE(container->name, QStringLiteral("media-web-1"));
    QCOMPARE(container->image, QStringLiteral("app:1"));
    QCOMPARE(container->imageId, QStringLiteral("sha256:aaaa"));
    QCOMPARE(container->state, model::ContainerState::exited);
    QCOMPARE(container->exitCode, std::optional(137));
    QCOMPARE(container->createdAt, QDateTime(QDate(2026, 5, 1), QTime(10, 0, 0, 500), Qt::UTC));
    QCOMPARE(container->label(QLatin1String("com.docker.compose.service")), QStringLiteral("web"));
    QCOMPARE(container->environment.size(), 3);
    QCOMPARE(container->environment.value(QStringLiteral("EQUALS")), model::digestOf(QStringLiteral("a=b")));
    QCOMPARE(container->environment.value(QStringLiteral("EMPTY")), model::digestOf(QString()));
    QCOMPARE(container->command, QStringList(QStringLiteral("serve")));
    QCOMPARE(container->entrypoint, QStringList(QStringLiteral("/init")));
    QCOMPARE(container->ports.size(), 2);
    QCOMPARE(container->ports[0], (model::PortBinding{QStringLiteral("127.0.0.1"), 8080, 80, QStringLiteral("tcp")}));
    QCOMPARE(container->ports[1], (model::PortBinding{QString(), 0, 81, QStringLiteral("udp")}));
    QCOMPARE(container->mounts.value(0),
             (model::Mount{QStringLiteral("volume"), QStringLiteral("media_data"), QStringLiteral("/data"), false}));
    QCOMPARE(container->networks, QStringList(QStringLiteral("media_default")));
    QCOMPARE(container->networkMode, QStringLiteral("container:ff"));
    QCOMPARE(container->pidMode, QStringLiteral("host"));
    QCOMPARE(container->volumesFrom, QStringList(QStringLiteral("ff:ro")));
    QCOMPARE(container->healthCheck->interval, std::chrono::milliseconds(5000));
    QCOMPARE(container->restartPolicy, QStringLiteral("on-failure:3"));
    QCOMPARE(container->devices, QStringList(QStringLiteral("/dev/dri:/dev/dri")));
    QCOMPARE(container->memoryLimit, 1048576);
    QCOMPARE(container->cpus, 0.5);
    QVERIFY(container->privileged);
}

void ObservedTest::S11_valuesOfTheEnvironmentAreNotKept()
{
    const auto container =
        engine::decodeObservedContainer(QByteArray(inspection).replace("PUID=1000", "PUID=canary-11"));
    QVERIFY(container);
    for (const QByteArray &kept : container->environment)
        QVERIFY(kept.size() == 32 && !kept.contains("canary"));
}

void ObservedTest::imageIsRead()
{
    const auto image =
        engine::decodeObservedImage(R"({"Id": "sha256:aaaa", "RepoDigests": ["app@sha256:bbbb"], "Size": 7,
        "Metadata": {"LastTagTime": "2026-05-01T10:00:00Z"},
        "Config": {"Env": ["PATH=/bin"], "Cmd": ["sh"], "Entrypoint": null, "Labels": {"a": "b"}, "User": "u",
                   "WorkingDir": "/w", "Healthcheck": {"Test": ["CMD", "true"]}}})");
    QVERIFY(image);
    QCOMPARE(image->id, QStringLiteral("sha256:aaaa"));
    QCOMPARE(image->repositoryDigests, QStringList(QStringLiteral("app@sha256:bbbb")));
    QCOMPARE(image->environment.value(QStringLiteral("PATH")), model::digestOf(QStringLiteral("/bin")));
    QCOMPARE(image->command, QStringList(QStringLiteral("sh")));
    QVERIFY(image->entrypoint.isEmpty());
    QCOMPARE(image->labels.value(QStringLiteral("a")), QStringLiteral("b"));
    QCOMPARE(image->healthTest.size(), 2);
    QCOMPARE(image->user + image->workingDirectory, QStringLiteral("u/w"));
    QCOMPARE(image->tagged, QDateTime(QDate(2026, 5, 1), QTime(10, 0), Qt::UTC));
    QCOMPARE(image->size, 7u);
}

void ObservedTest::brokenReplyIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << inspection.left(200);
    QTest::newRow("of another shape") << QByteArray(R"({"hello": 1})");
    QTest::newRow("an id out of rule") << QByteArray(R"({"Id": "../x", "State": {"Status": "running"}})");
    QTest::newRow("a number") << QByteArray("1");
}

void ObservedTest::brokenReplyIsAnError()
{
    QFETCH(QByteArray, json);
    QVERIFY(!engine::decodeObservedContainer(json));
    QVERIFY(!engine::decodeObservedImage(QByteArray(json).replace("../x", "")));
    QVERIFY(!engine::decodeContainerIds(json.startsWith('{') ? '[' + json + ']' : json));
}

void ObservedTest::projectIsAskedForByItsLabel()
{
    ScriptedEngine engine;
    engine.answer("/containers/json", {ScriptedEngine::json(R"([{"Id": "0123456789ab"}])")});
    EngineClient client(engine.opener());
    const auto ids = client.projectContainers(QStringLiteral("media"));
    QTRY_VERIFY(ids.isFinished());
    QVERIFY(ids.result());
    QCOMPARE(ids.result()->size(), 1);
    const QByteArray target = QByteArray::fromPercentEncoding(engine.requests().value(0));
    QVERIFY2(target.contains(R"("com.docker.compose.project=media")"), target.constData());
    QVERIFY(target.contains("all=1"));
}

void ObservedTest::imageNameThatLeadsElsewhereIsRefused()
{
    ScriptedEngine engine;
    EngineClient client(engine.opener());
    const auto image = client.observeImage(*base::ImageName::parse(u"a/../../containers/x"));
    QTRY_VERIFY(image.isFinished());
    QCOMPARE(image.result().error().kind, ErrorKind::invalid);
    QVERIFY(engine.requests().isEmpty());
}

void ObservedTest::rawContainerHasItsImageWithIt()
{
    ScriptedEngine engine;
    engine.answer("/containers/0123456789ab/json", {ScriptedEngine::json(inspection)});
    engine.answer("/images/sha256:aaaa/json", {ScriptedEngine::json(R"({"Id": "sha256:aaaa"})")});
    EngineClient client(engine.opener());
    const auto raw = client.rawContainer(*base::ContainerId::parse(u"0123456789ab"));
    QTRY_VERIFY(raw.isFinished());
    QVERIFY(raw.result());
    QCOMPARE(raw.result()->container.value(QLatin1String("Name")), QJsonValue(QStringLiteral("/media-web-1")));
    QCOMPARE(raw.result()->image.value(QLatin1String("Id")), QJsonValue(QStringLiteral("sha256:aaaa")));
}

void ObservedTest::rawContainerOutlivesItsImage()
{
    ScriptedEngine engine; // answers 404 for the image
    engine.answer("/containers/0123456789ab/json", {ScriptedEngine::json(inspection)});
    EngineClient client(engine.opener());
    const auto raw = client.rawContainer(*base::ContainerId::parse(u"0123456789ab"));
    QTRY_VERIFY(raw.isFinished());
    QVERIFY(raw.result());
    QVERIFY(raw.result()->image.isEmpty());
    QCOMPARE(engine.requests().size(), 2);
}

void ObservedTest::rawContainerFails_data()
{
    QTest::addColumn<QByteArray>("container"); // the whole reply; empty for a hang
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray good = ScriptedEngine::json(inspection);
    QTest::newRow("404") << ScriptedEngine::reply(404, "{}") << good << ErrorKind::notFound;
    QTest::newRow("409") << ScriptedEngine::reply(409, "{}") << good << ErrorKind::conflict;
    QTest::newRow("500") << ScriptedEngine::reply(500, "{}") << good << ErrorKind::internal;
    QTest::newRow("403") << ScriptedEngine::reply(403, "{}") << good << ErrorKind::refused;
    QTest::newRow("cut") << good.left(300) << good << ErrorKind::unreachable;
    QTest::newRow("bad JSON") << ScriptedEngine::json("{") << good << ErrorKind::invalid;
    QTest::newRow("hangs") << QByteArray() << good << ErrorKind::timeout;
    QTest::newRow("500 of the image") << good << ScriptedEngine::reply(500, "{}") << ErrorKind::internal;
    QTest::newRow("bad JSON of the image") << good << ScriptedEngine::json("[") << ErrorKind::invalid;
    QTest::newRow("image hangs") << good << QByteArray() << ErrorKind::timeout;
}

void ObservedTest::rawContainerFails()
{
    QFETCH(QByteArray, container);
    QFETCH(QByteArray, image);
    QFETCH(ErrorKind, kind);
    ScriptedEngine engine;
    const auto answer = [&engine](const QByteArray &part, const QByteArray &bytes) {
        if (bytes.isEmpty())
            engine.hang(part);
        else
            engine.answer(part, {bytes});
    };
    answer("/containers/0123456789ab/json", container);
    answer("/images/sha256:aaaa/json", image);
    EngineClient::Deadlines deadlines;
    deadlines.inspect = std::chrono::milliseconds(300);
    EngineClient client(engine.opener(), deadlines);
    const auto raw = client.rawContainer(*base::ContainerId::parse(u"0123456789ab"));
    QTRY_VERIFY(raw.isFinished());
    QVERIFY(!raw.result());
    QCOMPARE(raw.result().error().kind, kind);
}

QTEST_GUILESS_MAIN(ObservedTest)
#include "observed_test.moc"
