// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_service_operations.h"

#include "fakes/fake_fleet.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using model::Container;
using model::ContainerAction;
using model::ContainerKey;
using model::ContainerState;
using model::Health;

namespace {

void run(Container &container)
{
    const bool checked = container.health != Health::none;
    container.state = ContainerState::running;
    container.health = checked ? Health::starting : Health::none;
    container.exitCode.reset();
    container.oomKilled = false;
    container.startedAt = QDateTime::currentDateTimeUtc();
}

void exitWith(Container &container, int code)
{
    container.state = ContainerState::exited;
    container.exitCode = code;
    container.finishedAt = QDateTime::currentDateTimeUtc();
}

} // namespace

FakeServiceOperations::FakeServiceOperations(FakeFleet &fleet, QObject *parent)
    : ServiceOperations(parent)
    , m_fleet(fleet)
{
}

QFuture<base::Result<void>> FakeServiceOperations::perform(const ContainerKey &key, ContainerAction action,
                                                           const control::OperationOptions &options)
{
    m_calls.append(Call{key, action, options});
    if (m_running.contains(key))
        return base::finishedWith<void>(
            Error{ErrorKind::conflict, QStringLiteral("an operation on this container is under way"), {}});
    const std::optional<control::HostStatus> host = m_fleet.host(key.host);
    if (!host || host->connection.phase != model::ConnectionPhase::connected)
        return base::finishedWith<void>(Error{ErrorKind::unreachable, QStringLiteral("the host is not connected"), {}});

    Running started;
    started.operation.id = ++m_lastId;
    started.operation.key = key;
    started.operation.action = action;
    started.operation.startedAt = QDateTime::currentDateTimeUtc();
    started.options = options;
    const control::Operation operation = started.operation;
    QFuture<base::Result<void>> future = started.pending.future();
    m_running.insert_or_assign(key, std::move(started));
    Q_EMIT this->started(operation);
    if (!m_held) {
        QMetaObject::invokeMethod(
            this, [this, key] { end(key, std::exchange(m_nextError, std::nullopt)); }, Qt::QueuedConnection);
    }
    return future;
}

std::optional<control::Operation> FakeServiceOperations::running(const ContainerKey &key) const
{
    const auto it = m_running.find(key);
    return it == m_running.cend() ? std::nullopt : std::optional(it->second.operation);
}

void FakeServiceOperations::setHeld(bool held)
{
    m_held = held;
}

void FakeServiceOperations::failNext(const Error &error)
{
    m_nextError = error;
}

void FakeServiceOperations::succeed(const ContainerKey &key)
{
    end(key, std::nullopt);
}

void FakeServiceOperations::fail(const ContainerKey &key, const Error &error)
{
    end(key, error);
}

void FakeServiceOperations::end(const ContainerKey &key, const std::optional<Error> &error)
{
    const auto it = m_running.find(key);
    if (it == m_running.end())
        return;
    Running ended = std::move(it->second);
    m_running.erase(it);
    ended.operation.finished = true;
    ended.operation.error = error;
    if (!error)
        applyTo(key, ended.operation.action);
    ended.pending.finish(error ? base::Result<void>(*error) : base::Result<void>());
    Q_EMIT finished(ended.operation);
}

void FakeServiceOperations::applyTo(const ContainerKey &key, ContainerAction action)
{
    if (action == ContainerAction::remove) {
        m_fleet.removeContainer(key);
        return;
    }
    m_fleet.change(key, [action](Container &container) {
        switch (action) {
        case ContainerAction::start:
        case ContainerAction::restart: run(container); break;
        case ContainerAction::stop: exitWith(container, 0); break;
        case ContainerAction::kill: exitWith(container, 137); break;
        case ContainerAction::pause: container.state = ContainerState::paused; break;
        case ContainerAction::unpause: container.state = ContainerState::running; break;
        case ContainerAction::remove: break;
        }
    });
}

} // namespace mediahelm::fakes
