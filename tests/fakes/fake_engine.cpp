// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_engine.h"

#include "tests/fakes/fake_routes.h"

#include <QFile>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace mediahelm::fakes {

namespace {

constexpr qsizetype keptRequests = 10'000;
constexpr auto stormStep = std::chrono::milliseconds(10);

} // namespace

FakeEngine::FakeEngine(QObject *parent)
    : FakeEngine(Options(), parent)
{
}

FakeEngine::FakeEngine(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    if (m_options.socketPath.isEmpty())
        m_options.socketPath = m_folder.filePath(QStringLiteral("engine.sock"));
    connect(&m_storm, &QTimer::timeout, this, &FakeEngine::storm);
    connect(&m_statsTick, &QTimer::timeout, this, [this] {
        const qint64 now = m_machine.nowNano();
        Q_EMIT statisticsDue({now, m_statsBeforeNano, m_options.cgroupV2});
        m_statsBeforeNano = now;
    });
    m_statsTick.start(m_options.statsInterval);
}

FakeEngine::~FakeEngine()
{
    stopListening(true);
    for (FakeConnection *connection : std::as_const(m_connections))
        connection->disconnect(this);
}

bool FakeEngine::listen()
{
    stopListening();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_options.socketPath);
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    QFile::remove(m_options.socketPath);
    base::UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd.valid() || ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(fd.get(), 4096) != 0)
        return false;
    m_listener = std::move(fd);
    m_accepting = std::make_unique<QSocketNotifier>(m_listener.get(), QSocketNotifier::Read);
    m_accepting->setEnabled(!m_frozen);
    connect(m_accepting.get(), &QSocketNotifier::activated, this, &FakeEngine::accept);
    return true;
}

void FakeEngine::stopListening(bool removeSocket)
{
    m_accepting.reset();
    m_listener = base::UniqueFd();
    if (removeSocket)
        QFile::remove(m_options.socketPath);
}

QByteArray FakeEngine::serverHeaders() const
{
    QByteArray version = m_options.version.toLatin1();
    if (std::any_of(version.begin(), version.end(), [](char c) { return c < '!' || c > '~'; }))
        version = "0"; // a header has no room for everything
    return "Api-Version: " + m_options.apiVersion.toLatin1() + "\r\nDocker-Experimental: false\r\nOstype: linux\r\n"
        + (m_options.podman ? "Libpod-Api-Version: " + version + "\r\nServer: Libpod/" + version + " (linux)\r\n"
                            : "Server: Docker/" + version + " (linux)\r\n");
}

void FakeEngine::accept()
{
    const int fd = ::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0)
        return;
    ++m_connectionsAccepted;
    auto *connection = new FakeConnection(fd, serverHeaders(), this);
    connection->setPieceSize(m_pieceSize);
    m_connections += connection;
    connect(connection, &FakeConnection::requested, this,
            [this, connection](const FakeRequest &request) { take(connection, request); });
    connect(connection, &FakeConnection::closed, this, [this, connection] {
        m_connections.removeOne(connection);
        connection->deleteLater();
    });
}

void FakeEngine::take(FakeConnection *connection, const FakeRequest &request)
{
    const QString query = request.query.toString(QUrl::FullyDecoded);
    const QString text = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path
        + (query.isEmpty() ? QString() : QLatin1Char('?') + query);
    m_requests += text;
    if (m_requests.size() > keptRequests)
        m_requests.remove(0, keptRequests / 10);
    m_mostPending = qMax(m_mostPending, repliesPending());
    Q_EMIT requested(text);

    const std::optional<FakeFault> fault = m_faults.take(request);
    if (fault)
        connection->setFault(*fault);
    if (fault && fault->kind == FakeFault::Kind::delay)
        QTimer::singleShot(fault->wait, connection, [this, connection, request] { route(connection, request); });
    else if (fault && (fault->kind == FakeFault::Kind::hang || fault->kind == FakeFault::Kind::reset))
        connection->reply(200, {}); // which the fault swallows, and the request changes nothing
    else if (fault && (fault->kind == FakeFault::Kind::answer || fault->kind == FakeFault::Kind::badJson))
        connection->reply(200, {});
    else
        route(connection, request);
}

bool FakeEngine::refuseVersion(FakeConnection &connection, const FakeRequest &request) const
{
    const auto number = [](const QString &version) {
        return version.section(QLatin1Char('.'), 0, 0).toInt() * 1000 + version.section(QLatin1Char('.'), 1, 1).toInt();
    };
    if (request.version.isEmpty())
        return false;
    if (number(request.version) > number(m_options.apiVersion)) {
        connection.fail(400,
                        QStringLiteral("client version %1 is too new. Maximum supported API version is %2")
                            .arg(request.version, m_options.apiVersion));
        return true;
    }
    if (number(request.version) < number(m_options.minApiVersion)) {
        connection.fail(400,
                        QStringLiteral("client version %1 is too old. Minimum supported API version is %2, please "
                                       "upgrade your client to a newer version")
                            .arg(request.version, m_options.minApiVersion));
        return true;
    }
    return false;
}

void FakeEngine::route(FakeConnection *connection, const FakeRequest &request)
{
    if (!refuseVersion(*connection, request))
        answer(*this, *connection, request);
}

void FakeEngine::setFrozen(bool frozen)
{
    m_frozen = frozen;
    if (m_accepting)
        m_accepting->setEnabled(!frozen);
    if (frozen)
        m_statsTick.stop();
    else
        m_statsTick.start(m_options.statsInterval);
    const QList<FakeConnection *> connections = m_connections;
    for (FakeConnection *connection : connections)
        connection->setFrozen(frozen);
}

void FakeEngine::dropStreams()
{
    const QList<FakeConnection *> connections = m_connections;
    for (FakeConnection *connection : connections) {
        if (connection->stream() != FakeConnection::Stream::none)
            connection->drop();
    }
}

void FakeEngine::dropConnections()
{
    const QList<FakeConnection *> connections = m_connections;
    for (FakeConnection *connection : connections)
        connection->drop();
}

void FakeEngine::setPieceSize(int bytes)
{
    m_pieceSize = bytes;
    for (FakeConnection *connection : std::as_const(m_connections))
        connection->setPieceSize(bytes);
}

void FakeEngine::startEventStorm(int eventsPerSecond)
{
    m_stormRate = eventsPerSecond;
    m_stormDebt = 0;
    m_storm.start(stormStep);
}

void FakeEngine::storm()
{
    m_stormDebt += m_stormRate * std::chrono::duration<double>(stormStep).count();
    const std::vector<const FakeContainer *> all = m_machine.containers();
    if (m_frozen || all.empty())
        return;
    while (m_stormDebt >= 1) {
        const int turn = m_stormTurn++;
        FakeContainer *container = m_machine.find(all[static_cast<std::size_t>(turn) % all.size()]->id);
        const qint64 before = m_machine.eventsEmitted();
        if (!container->hasProcess())
            (void)m_machine.start(*container);
        else if (container->health.isEmpty())
            m_machine.die(*container, 1);
        else
            m_machine.setHealth(
                *container, container->health == u"healthy" ? QStringLiteral("unhealthy") : QStringLiteral("healthy"));
        m_stormDebt -= static_cast<double>(m_machine.eventsEmitted() - before);
    }
}

void FakeEngine::flap(int times)
{
    const std::vector<const FakeContainer *> all = m_machine.containers();
    for (int i = 0; i < times && !all.empty(); ++i) {
        FakeContainer *container = m_machine.find(all[static_cast<std::size_t>(i) % all.size()]->id);
        m_machine.die(*container, 1);
        (void)m_machine.start(*container);
    }
}

void FakeEngine::startLogs(int linesPerSecond)
{
    m_logs.disconnect();
    connect(&m_logs, &QTimer::timeout, this, [this] {
        for (const FakeContainer *each : m_machine.containers()) {
            if (each->state == u"running")
                m_machine.writeLog(*m_machine.find(each->id), "line " + QByteArray::number(each->log.size() + 1));
        }
    });
    m_logs.start(std::chrono::milliseconds(1000 / qMax(1, linesPerSecond)));
}

int FakeEngine::requestCount(const QString &method, const QString &path) const
{
    const bool prefix = path.endsWith(QLatin1Char('*'));
    const QString wanted = method + QLatin1Char(' ') + (prefix ? path.chopped(1) : path);
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const QString &request) {
        return prefix ? request.startsWith(wanted) : request.section(QLatin1Char('?'), 0, 0) == wanted;
    }));
}

void FakeEngine::forgetRequests()
{
    m_requests.clear();
    m_mostPending = repliesPending();
}

int FakeEngine::repliesPending() const
{
    return static_cast<int>(std::count_if(m_connections.begin(), m_connections.end(), [](const FakeConnection *each) {
        return each->busy() && each->stream() == FakeConnection::Stream::none;
    }));
}

int FakeEngine::streamsOpen(FakeConnection::Stream kind) const
{
    return static_cast<int>(std::count_if(m_connections.begin(), m_connections.end(),
                                          [&](const FakeConnection *each) { return each->stream() == kind; }));
}

int FakeEngine::streamsOpen(FakeConnection::Stream kind, const QString &containerId) const
{
    return static_cast<int>(std::count_if(m_connections.begin(), m_connections.end(), [&](const FakeConnection *each) {
        return each->stream() == kind && each->subject() == containerId;
    }));
}

} // namespace mediahelm::fakes
