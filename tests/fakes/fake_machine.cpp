// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_machine.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::fakes {

namespace {

constexpr std::size_t keptEvents = 256; // as moby: daemon/events
constexpr qsizetype keptLogLines = 100'000;
constexpr qsizetype keptProbes = 5;

} // namespace

QByteArray FakeEvent::json() const
{
    QJsonObject actor;
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        actor.insert(it.key(), it.value());
    QJsonObject event{
        {QStringLiteral("Type"), type},
        {QStringLiteral("Action"), action},
        {QStringLiteral("Actor"), QJsonObject{{QStringLiteral("ID"), id}, {QStringLiteral("Attributes"), actor}}},
        {QStringLiteral("scope"), QStringLiteral("local")},
        {QStringLiteral("time"), timeNano / 1'000'000'000},
        {QStringLiteral("timeNano"), timeNano}};
    if (type == u"container") {
        event.insert(QStringLiteral("status"), action);
        event.insert(QStringLiteral("id"), id);
        event.insert(QStringLiteral("from"), attributes.value(QStringLiteral("image")));
    }
    return QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
}

qint64 FakeMachine::nowNano()
{
    m_lastNano = std::max(m_lastNano + 1, QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    return m_lastNano;
}

FakeContainer &FakeMachine::add(FakeContainer container, bool announce)
{
    if (container.id.isEmpty())
        container.id = fakeContainerId(container.name);
    if (container.createdNano == 0)
        container.createdNano = nowNano();
    if (container.startedNano == 0 && container.hasProcess())
        container.startedNano = nowNano();
    m_containers.insert(m_containers.begin(), std::make_unique<FakeContainer>(std::move(container)));
    FakeContainer &added = *m_containers.front();
    if (announce) {
        tell(added, QStringLiteral("create"));
        if (added.hasProcess())
            tell(added, QStringLiteral("start"));
    }
    return added;
}

void FakeMachine::populate(int count)
{
    for (FakeContainer &container : homeServer(count, nowNano()))
        add(std::move(container), false);
}

std::vector<const FakeContainer *> FakeMachine::containers() const
{
    std::vector<const FakeContainer *> all;
    for (const auto &container : m_containers)
        all.push_back(container.get());
    return all;
}

FakeContainer *FakeMachine::find(const QString &idOrName)
{
    if (idOrName.isEmpty())
        return nullptr;
    for (const auto &container : m_containers) {
        if (container->id == idOrName || container->name == idOrName)
            return container.get();
    }
    for (const auto &container : m_containers) {
        if (container->id.startsWith(idOrName))
            return container.get();
    }
    return nullptr;
}

FakeOutcome FakeMachine::start(FakeContainer &container)
{
    if (container.state == u"paused")
        return {409, QStringLiteral("cannot start a paused container, try unpause instead")};
    if (container.hasProcess())
        return {304, {}};
    if (!container.error.isEmpty())
        return {500, container.error};
    begin(container);
    return {};
}

FakeOutcome FakeMachine::stop(FakeContainer &container)
{
    if (!container.hasProcess() && container.state != u"restarting")
        return {304, {}};
    tell(container, QStringLiteral("kill"), {{QStringLiteral("signal"), QStringLiteral("15")}});
    end(container, 143);
    tell(container, QStringLiteral("stop"));
    return {};
}

FakeOutcome FakeMachine::restart(FakeContainer &container)
{
    if (container.hasProcess()) {
        tell(container, QStringLiteral("kill"), {{QStringLiteral("signal"), QStringLiteral("15")}});
        end(container, 143);
        tell(container, QStringLiteral("stop"));
    }
    begin(container);
    tell(container, QStringLiteral("restart"));
    return {};
}

FakeOutcome FakeMachine::kill(FakeContainer &container, const QString &signal)
{
    if (!container.hasProcess())
        return {
            409,
            QStringLiteral("Cannot kill container: %1: Container %2 is not running").arg(container.name, container.id)};
    const bool fatal = signal.isEmpty() || signal == u"KILL" || signal == u"SIGKILL" || signal == u"9";
    tell(container, QStringLiteral("kill"),
         {{QStringLiteral("signal"), fatal ? QStringLiteral("9") : QStringLiteral("15")}});
    end(container, fatal ? 137 : 143);
    return {};
}

FakeOutcome FakeMachine::pause(FakeContainer &container)
{
    if (container.state == u"paused")
        return {409, QStringLiteral("Container %1 is already paused").arg(container.id)};
    if (container.state != u"running")
        return {409, QStringLiteral("Container %1 is not running").arg(container.id)};
    container.state = QStringLiteral("paused");
    tell(container, QStringLiteral("pause"));
    return {};
}

FakeOutcome FakeMachine::unpause(FakeContainer &container)
{
    if (container.state != u"paused")
        return {500, QStringLiteral("Container %1 is not paused").arg(container.id)};
    container.state = QStringLiteral("running");
    tell(container, QStringLiteral("unpause"));
    return {};
}

FakeOutcome FakeMachine::rename(FakeContainer &container, const QString &name)
{
    if (find(name))
        return {409, QStringLiteral("Conflict. The container name \"/%1\" is already in use").arg(name)};
    const QString old = container.name;
    container.name = name;
    tell(container, QStringLiteral("rename"), {{QStringLiteral("oldName"), QLatin1Char('/') + old}});
    return {};
}

FakeOutcome FakeMachine::remove(FakeContainer &container, bool force)
{
    if (container.hasProcess() && !force)
        return {409,
                QStringLiteral("You cannot remove a running container %1. Stop the container before attempting removal "
                               "or force remove")
                    .arg(container.id)};
    if (container.hasProcess()) {
        tell(container, QStringLiteral("kill"), {{QStringLiteral("signal"), QStringLiteral("9")}});
        end(container, 137);
    }
    tell(container, QStringLiteral("destroy"));
    const QString id = container.id;
    std::erase_if(m_containers, [&](const auto &each) { return each.get() == &container; });
    Q_EMIT removed(id);
    return {};
}

void FakeMachine::die(FakeContainer &container, int exitCode, bool outOfMemory)
{
    if (outOfMemory)
        tell(container, QStringLiteral("oom"));
    container.oomKilled = outOfMemory;
    end(container, exitCode);
}

void FakeMachine::restartByPolicy(FakeContainer &container, int exitCode)
{
    die(container, exitCode);
    ++container.restarts;
    begin(container);
}

void FakeMachine::setHealth(FakeContainer &container, const QString &health, const QString &output)
{
    const qint64 now = nowNano();
    const bool good = health == u"healthy";
    container.health = health;
    container.failingStreak = good ? 0 : container.failingStreak + 1;
    container.probes += FakeProbe{now - 20'000'000, now, good ? 0 : 1, output};
    while (container.probes.size() > keptProbes)
        container.probes.removeFirst();
    tell(container, QStringLiteral("health_status: ") + health);
}

void FakeMachine::probeHealth(FakeContainer &container)
{
    const QMap<QString, QString> exec{{QStringLiteral("execID"), fakeContainerId(QString::number(nowNano()))}};
    tell(container, QStringLiteral("exec_create: /bin/sh -c wget -q localhost/ping"), exec);
    tell(container, QStringLiteral("exec_start: /bin/sh -c wget -q localhost/ping"), exec);
    tell(container, QStringLiteral("exec_die"), exec);
}

void FakeMachine::writeLog(FakeContainer &container, const QByteArray &text, bool err)
{
    const FakeLogLine line{nowNano(), err, text};
    container.log += line;
    if (container.log.size() > keptLogLines)
        container.log.remove(0, keptLogLines / 10);
    Q_EMIT logged(container.id, line);
}

void FakeMachine::emitEvent(FakeEvent event)
{
    event.timeNano = nowNano();
    ++m_eventsEmitted;
    m_events.push_back(event);
    if (m_events.size() > keptEvents)
        m_events.pop_front();
    Q_EMIT happened(event);
}

void FakeMachine::tell(const FakeContainer &container, const QString &action, const QMap<QString, QString> &more)
{
    FakeEvent event;
    event.action = action;
    event.id = container.id;
    event.attributes = container.labels;
    event.attributes.insert(QStringLiteral("image"), container.image);
    event.attributes.insert(QStringLiteral("name"), container.name);
    event.attributes.insert(more);
    emitEvent(std::move(event));
}

void FakeMachine::end(FakeContainer &container, int exitCode)
{
    container.state = QStringLiteral("exited");
    container.exitCode = exitCode;
    container.finishedNano = nowNano();
    if (!container.health.isEmpty())
        container.health = QStringLiteral("unhealthy"); // the engine leaves it so until the next start
    tell(container, QStringLiteral("die"), {{QStringLiteral("exitCode"), QString::number(exitCode)}});
    Q_EMIT stopped(container.id);
}

void FakeMachine::begin(FakeContainer &container)
{
    container.state = QStringLiteral("running");
    container.startedNano = nowNano();
    container.exitCode = 0;
    container.oomKilled = false;
    if (!container.health.isEmpty()) {
        container.health = QStringLiteral("starting");
        container.failingStreak = 0;
        container.probes.clear();
    }
    tell(container, QStringLiteral("start"));
}

} // namespace mediahelm::fakes
