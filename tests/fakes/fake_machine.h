// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/fake_container.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace mediahelm::fakes {

struct FakeEvent {
    QString type = QStringLiteral("container");
    QString action;
    QString id; // of the actor
    QMap<QString, QString> attributes;
    qint64 timeNano = 0;

    QByteArray json() const; // as the engine writes it, with a line end
};

// What a request comes to: a status, and the engine's message where it is an error.
struct FakeOutcome {
    int status = 204;
    QString message;
};

// The containers behind the fake engine and what happens to them: state changes with the events that the engine sends
// for them, in its order. Deeds named after requests answer as the engine answers; others happen by themselves. Owned
// by a FakeEngine; one thread. Time is the wall clock's, but never the same twice.
class FakeMachine final : public QObject
{
    Q_OBJECT

public:
    // `populate` and `add` before the engine is asked emit nothing by being called with announce false.
    FakeContainer &add(FakeContainer container, bool announce = true);
    void populate(int count); // homeServer(), unannounced

    std::vector<const FakeContainer *> containers() const;
    int count() const { return static_cast<int>(m_containers.size()); }
    // By id, the beginning of one, or name; nullptr when there is none. Change what you like: nothing is announced.
    FakeContainer *find(const QString &idOrName);

    // As the engine does on request.
    FakeOutcome start(FakeContainer &container);
    FakeOutcome stop(FakeContainer &container);
    FakeOutcome restart(FakeContainer &container);
    FakeOutcome kill(FakeContainer &container, const QString &signal);
    FakeOutcome pause(FakeContainer &container);
    FakeOutcome unpause(FakeContainer &container);
    FakeOutcome rename(FakeContainer &container, const QString &name);
    FakeOutcome remove(FakeContainer &container, bool force); // afterwards the reference is dead

    // As it happens by itself.
    void die(FakeContainer &container, int exitCode, bool outOfMemory = false);
    void restartByPolicy(FakeContainer &container, int exitCode); // dies, and is up again
    void setHealth(FakeContainer &container, const QString &health, const QString &output = {});
    void probeHealth(FakeContainer &container); // the three exec_* events of one probe
    void writeLog(FakeContainer &container, const QByteArray &text, bool err = false);
    void emitEvent(FakeEvent event); // timeNano is set

    // Kept as the engine keeps them: the last 256, oldest first.
    const std::deque<FakeEvent> &recentEvents() const { return m_events; }
    qint64 eventsEmitted() const { return m_eventsEmitted; }
    qint64 nowNano();

Q_SIGNALS:
    void happened(const mediahelm::fakes::FakeEvent &event);
    void logged(const QString &id, const mediahelm::fakes::FakeLogLine &line);
    void stopped(const QString &id); // no process any more: ends followed logs
    void removed(const QString &id);

private:
    void tell(const FakeContainer &container, const QString &action, const QMap<QString, QString> &more = {});
    void end(FakeContainer &container, int exitCode);
    void begin(FakeContainer &container);

    std::vector<std::unique_ptr<FakeContainer>> m_containers; // newest first, as the engine lists them
    std::deque<FakeEvent> m_events;
    qint64 m_eventsEmitted = 0;
    qint64 m_lastNano = 0;
};

} // namespace mediahelm::fakes
