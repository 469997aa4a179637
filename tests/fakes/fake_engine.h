// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/fake_connection.h"
#include "tests/fakes/fake_faults.h"
#include "tests/fakes/fake_machine.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>

namespace mediahelm::fakes {

// A Docker engine of our own on a unix socket, in this process: the Engine API as far as we speak it, over the
// containers of a FakeMachine, with faults to set and counts to look at. It shares no code with the client under test.
// Owned by the test; the test's thread, so the event loop must run for it to answer.
class FakeEngine final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString socketPath; // empty: in a folder of its own, removed at the end
        QString apiVersion = QStringLiteral("1.41"); // the newest that it speaks
        QString minApiVersion = QStringLiteral("1.12");
        QString version = QStringLiteral("20.10.24");
        bool podman = false; // says so in /version and in its headers
        bool cgroupV2 = false;
        std::chrono::milliseconds statsInterval{1000};
    };

    explicit FakeEngine(QObject *parent = nullptr);
    explicit FakeEngine(Options options, QObject *parent = nullptr);
    ~FakeEngine() override;

    bool listen(); // and again after stopListening(); false: the socket cannot be bound
    // Connecting is refused from here on, or, with the socket removed, finds nothing. Connections live on.
    void stopListening(bool removeSocket = false);
    QString socketPath() const { return m_options.socketPath; }
    QString url() const { return QStringLiteral("unix://") + m_options.socketPath; }

    FakeMachine &machine() { return m_machine; }
    FakeFaults &faults() { return m_faults; }
    Options &options() { return m_options; } // the API versions may change while it runs

    // A stopped dockerd: the kernel accepts, nobody reads or writes. Thawed, it answers everything that waited.
    void setFrozen(bool frozen);
    bool frozen() const { return m_frozen; }
    void dropStreams(); // ends the connections of events, logs and stats as a dying engine does
    void dropConnections(); // all of them
    void setPieceSize(int bytes); // every reply in pieces; 0 for whole ones

    // Containers that flap by themselves: `eventsPerSecond` of die, start and health_status, in turn over all.
    void startEventStorm(int eventsPerSecond);
    void stopEventStorm() { m_storm.stop(); }
    void flap(int times); // as many die and start pairs at once
    void startLogs(int linesPerSecond); // every running container writes so many

    // What has been asked for: "GET /containers/json?all=1", oldest first, without the version; the last 10,000.
    const QStringList &requests() const { return m_requests; }
    int requestCount(const QString &method, const QString &path) const; // path exact, or ending in '*'
    void forgetRequests();
    int connectionsOpen() const { return static_cast<int>(m_connections.size()); }
    qint64 connectionsAccepted() const { return m_connectionsAccepted; }
    int repliesPending() const; // requests under way, streams not counted
    int mostRepliesPending() const { return m_mostPending; } // at any time since forgetRequests()
    int streamsOpen(FakeConnection::Stream kind) const;
    int streamsOpen(FakeConnection::Stream kind, const QString &containerId) const;
    qint64 eventsDropped() const { return m_eventsDropped; } // for clients too slow to read them
    void noteDroppedEvent() { ++m_eventsDropped; }

Q_SIGNALS:
    void requested(const QString &request); // as in requests(), before it is answered
    void statisticsDue(const mediahelm::fakes::FakeStatsMoment &moment); // each options().statsInterval

private:
    void accept();
    void take(FakeConnection *connection, const FakeRequest &request);
    void route(FakeConnection *connection, const FakeRequest &request);
    bool refuseVersion(FakeConnection &connection, const FakeRequest &request) const;
    QByteArray serverHeaders() const;
    void storm();

    Options m_options;
    QTemporaryDir m_folder;
    FakeMachine m_machine;
    FakeFaults m_faults;
    base::UniqueFd m_listener;
    std::unique_ptr<QSocketNotifier> m_accepting;
    QList<FakeConnection *> m_connections; // children
    QStringList m_requests;
    QTimer m_statsTick;
    QTimer m_storm;
    QTimer m_logs;
    qint64 m_statsBeforeNano = 0;
    qint64 m_connectionsAccepted = 0;
    qint64 m_eventsDropped = 0;
    double m_stormDebt = 0;
    int m_stormRate = 0;
    int m_stormTurn = 0;
    int m_mostPending = 0;
    int m_pieceSize = 0;
    bool m_frozen = false;
};

} // namespace mediahelm::fakes
