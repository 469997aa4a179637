// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_container.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>

namespace mediahelm::fakes {

namespace {

QJsonObject labelsOf(const FakeContainer &container)
{
    QJsonObject labels;
    for (auto it = container.labels.begin(); it != container.labels.end(); ++it)
        labels.insert(it.key(), it.value());
    return labels;
}

QString since(qint64 fromNano, qint64 nowNano)
{
    const qint64 seconds = qMax<qint64>(0, (nowNano - fromNano) / 1'000'000'000);
    if (seconds < 60)
        return QStringLiteral("%1 seconds").arg(seconds);
    if (seconds < 3600)
        return QStringLiteral("%1 minutes").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return QStringLiteral("%1 hours").arg(seconds / 3600);
    return QStringLiteral("%1 days").arg(seconds / 86400);
}

QString statusText(const FakeContainer &container, qint64 nowNano)
{
    if (container.state == u"created")
        return QStringLiteral("Created");
    if (container.state == u"dead")
        return QStringLiteral("Dead");
    if (container.state == u"removing")
        return QStringLiteral("Removal In Progress");
    if (container.state == u"exited")
        return QStringLiteral("Exited (%1) %2 ago").arg(container.exitCode).arg(since(container.finishedNano, nowNano));
    if (container.state == u"restarting")
        return QStringLiteral("Restarting (%1) %2 ago")
            .arg(container.exitCode)
            .arg(since(container.finishedNano, nowNano));
    const QString up = QStringLiteral("Up %1").arg(since(container.startedNano, nowNano));
    if (container.state == u"paused")
        return up + QStringLiteral(" (Paused)");
    if (container.health == u"starting")
        return up + QStringLiteral(" (health: starting)");
    return container.health.isEmpty() ? up : QStringLiteral("%1 (%2)").arg(up, container.health);
}

QJsonObject network(const FakeContainer &container)
{
    const QString name = container.networkMode == u"bridge" && container.labels.isEmpty() ? QStringLiteral("bridge")
        : container.networkMode == u"host"                                                ? QStringLiteral("host")
                                           : container.compose("project") + QStringLiteral("_default");
    const bool up = container.hasProcess() && container.networkMode != u"host";
    const int last = container.id.right(2).toInt(nullptr, 16) % 250 + 2;
    return {{name,
             QJsonObject{{QStringLiteral("NetworkID"), fakeContainerId(name)},
                         {QStringLiteral("Gateway"), up ? QStringLiteral("172.18.0.1") : QString()},
                         {QStringLiteral("IPAddress"), up ? QStringLiteral("172.18.0.%1").arg(last) : QString()},
                         {QStringLiteral("IPPrefixLen"), up ? 16 : 0},
                         {QStringLiteral("GlobalIPv6Address"), QString()},
                         {QStringLiteral("Aliases"), QJsonValue()}}}};
}

QJsonArray mounts(const FakeContainer &container)
{
    if (container.labels.isEmpty())
        return {};
    return {QJsonObject{{QStringLiteral("Type"), QStringLiteral("bind")},
                        {QStringLiteral("Source"), QStringLiteral("/srv/config/") + container.compose("service")},
                        {QStringLiteral("Destination"), QStringLiteral("/config")},
                        {QStringLiteral("Mode"), QStringLiteral("rw")},
                        {QStringLiteral("RW"), true},
                        {QStringLiteral("Propagation"), QStringLiteral("rprivate")}}};
}

QJsonValue healthOf(const FakeContainer &container)
{
    QJsonArray log;
    for (const FakeProbe &probe : container.probes)
        log += QJsonObject{{QStringLiteral("Start"), isoNano(probe.startNano)},
                           {QStringLiteral("End"), isoNano(probe.endNano)},
                           {QStringLiteral("ExitCode"), probe.exitCode},
                           {QStringLiteral("Output"), probe.output}};
    return QJsonObject{{QStringLiteral("Status"), container.health},
                       {QStringLiteral("FailingStreak"), container.failingStreak},
                       {QStringLiteral("Log"), log}};
}

QJsonObject stateOf(const FakeContainer &container)
{
    const bool restarting = container.state == u"restarting";
    QJsonObject state{{QStringLiteral("Status"), container.state},
                      {QStringLiteral("Running"), container.hasProcess() || restarting},
                      {QStringLiteral("Paused"), container.state == u"paused"},
                      {QStringLiteral("Restarting"), restarting},
                      {QStringLiteral("OOMKilled"), container.oomKilled},
                      {QStringLiteral("Dead"), container.state == u"dead"},
                      {QStringLiteral("Pid"), container.hasProcess() ? 4242 : 0},
                      {QStringLiteral("ExitCode"), container.hasProcess() ? 0 : container.exitCode},
                      {QStringLiteral("Error"), container.error},
                      {QStringLiteral("StartedAt"), isoNano(container.startedNano)},
                      {QStringLiteral("FinishedAt"), isoNano(container.finishedNano)}};
    if (!container.health.isEmpty())
        state.insert(QStringLiteral("Health"), healthOf(container));
    return state;
}

QJsonObject configOf(const FakeContainer &container)
{
    QJsonObject config{{QStringLiteral("Hostname"), container.id.left(12)},
                       {QStringLiteral("User"), QString()},
                       {QStringLiteral("Tty"), container.tty},
                       {QStringLiteral("OpenStdin"), false},
                       {QStringLiteral("Env"), QJsonArray::fromStringList(container.environment)},
                       {QStringLiteral("Cmd"), QJsonArray::fromStringList(container.command)},
                       {QStringLiteral("Image"), container.image},
                       {QStringLiteral("WorkingDir"), QStringLiteral("/app")},
                       {QStringLiteral("Entrypoint"), QJsonValue()},
                       {QStringLiteral("Labels"), labelsOf(container)}};
    if (!container.health.isEmpty())
        config.insert(QStringLiteral("Healthcheck"),
                      QJsonObject{{QStringLiteral("Test"),
                                   QJsonArray{QStringLiteral("CMD-SHELL"), QStringLiteral("wget -q localhost/ping")}},
                                  {QStringLiteral("Interval"), qint64{10'000'000'000}},
                                  {QStringLiteral("Timeout"), qint64{3'000'000'000}},
                                  {QStringLiteral("Retries"), 3}});
    return config;
}

QJsonObject hostConfigOf(const FakeContainer &container)
{
    const QString policy = container.restartPolicy.section(QLatin1Char(':'), 0, 0);
    return {{QStringLiteral("NetworkMode"), container.networkMode},
            {QStringLiteral("Privileged"), container.privileged},
            {QStringLiteral("AutoRemove"), false},
            {QStringLiteral("RestartPolicy"),
             QJsonObject{{QStringLiteral("Name"), policy},
                         {QStringLiteral("MaximumRetryCount"),
                          container.restartPolicy.section(QLatin1Char(':'), 1, 1).toInt()}}}};
}

} // namespace

bool FakeContainer::hasProcess() const
{
    return state == u"running" || state == u"paused";
}

QString FakeContainer::compose(const char *label) const
{
    return labels.value(QStringLiteral("com.docker.compose.") + QLatin1String(label));
}

QString fakeContainerId(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString fakeImageId(const QString &image)
{
    return QStringLiteral("sha256:") + fakeContainerId(QStringLiteral("image ") + image);
}

QString isoNano(qint64 nano)
{
    if (nano == 0)
        return QStringLiteral("0001-01-01T00:00:00Z");
    const QDateTime second = QDateTime::fromSecsSinceEpoch(nano / 1'000'000'000, Qt::UTC);
    return second.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
        + QStringLiteral(".%1Z").arg(nano % 1'000'000'000, 9, 10, QLatin1Char('0'));
}

QJsonObject listEntry(const FakeContainer &container, qint64 nowNano)
{
    QJsonArray ports;
    for (const FakePort &port : container.ports) {
        if (!container.hasProcess())
            break;
        QJsonObject entry{{QStringLiteral("PrivatePort"), port.containerPort}, {QStringLiteral("Type"), port.protocol}};
        if (port.hostPort > 0) {
            entry.insert(QStringLiteral("IP"), port.hostIp);
            entry.insert(QStringLiteral("PublicPort"), port.hostPort);
        }
        ports += entry;
    }
    return {{QStringLiteral("Id"), container.id},
            {QStringLiteral("Names"), QJsonArray{QLatin1Char('/') + container.name}},
            {QStringLiteral("Image"), container.image},
            {QStringLiteral("ImageID"), fakeImageId(container.image)},
            {QStringLiteral("Command"), container.command.join(QLatin1Char(' '))},
            {QStringLiteral("Created"), container.createdNano / 1'000'000'000},
            {QStringLiteral("Ports"), ports},
            {QStringLiteral("Labels"), labelsOf(container)},
            {QStringLiteral("State"), container.state},
            {QStringLiteral("Status"), statusText(container, nowNano)},
            {QStringLiteral("HostConfig"), QJsonObject{{QStringLiteral("NetworkMode"), container.networkMode}}},
            {QStringLiteral("NetworkSettings"), QJsonObject{{QStringLiteral("Networks"), network(container)}}},
            {QStringLiteral("Mounts"), mounts(container)}};
}

QJsonObject inspection(const FakeContainer &container)
{
    QJsonObject ports;
    for (const FakePort &port : container.ports) {
        const QString key = QStringLiteral("%1/%2").arg(port.containerPort).arg(port.protocol);
        QJsonArray bindings = ports.value(key).toArray();
        if (port.hostPort > 0 && container.hasProcess())
            bindings += QJsonObject{{QStringLiteral("HostIp"), port.hostIp},
                                    {QStringLiteral("HostPort"), QString::number(port.hostPort)}};
        ports.insert(key, bindings.isEmpty() ? QJsonValue() : QJsonValue(bindings));
    }
    return {{QStringLiteral("Id"), container.id},
            {QStringLiteral("Created"), isoNano(container.createdNano)},
            {QStringLiteral("Path"), container.command.value(0)},
            {QStringLiteral("Args"), QJsonArray::fromStringList(container.command.mid(1))},
            {QStringLiteral("State"), stateOf(container)},
            {QStringLiteral("Image"), fakeImageId(container.image)},
            {QStringLiteral("Name"), QLatin1Char('/') + container.name},
            {QStringLiteral("RestartCount"), container.restarts},
            {QStringLiteral("Driver"), QStringLiteral("overlay2")},
            {QStringLiteral("Platform"), QStringLiteral("linux")},
            {QStringLiteral("HostConfig"), hostConfigOf(container)},
            {QStringLiteral("Mounts"), mounts(container)},
            {QStringLiteral("Config"), configOf(container)},
            {QStringLiteral("NetworkSettings"),
             QJsonObject{{QStringLiteral("Ports"), ports}, {QStringLiteral("Networks"), network(container)}}}};
}

} // namespace mediahelm::fakes
