// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/local_transport.h"

#include "core/base/pending.h"
#include "core/transport/socket_stream.h"

#include <QFile>
#include <QMetaObject>
#include <QTimer>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::ConnectionProblem;
using model::EngineAddress;

namespace {

// One attempt to connect. A child of the transport; ends itself.
class Probe final : public QObject
{
public:
    Probe(std::unique_ptr<ByteStream> stream, std::chrono::milliseconds deadline, QObject *parent)
        : QObject(parent)
        , m_stream(std::move(stream))
    {
        connect(m_stream.get(), &ByteStream::opened, this, [this] { finish({}); });
        connect(m_stream.get(), &ByteStream::closed, this, [this] { finish({}); });
        connect(m_stream.get(), &ByteStream::failed, this, [this](const Error &error) {
            finish({problemOf(error), error.message}); // which names the socket
        });
        QTimer::singleShot(deadline, this, [this] { finish({ConnectionProblem::timeout, {}}); });
    }

    QFuture<Result<TransportFailure>> future() const { return m_pending.future(); }

private:
    void finish(const TransportFailure &failure)
    {
        m_stream->disconnect(this);
        deleteLater();
        m_pending.finish(failure);
    }

    std::unique_ptr<ByteStream> m_stream;
    base::Pending<TransportFailure> m_pending;
};

} // namespace

LocalTransport::LocalTransport(const EngineAddress &address, const LocalEnvironment &environment,
                               std::chrono::milliseconds probeDeadline)
    : m_address(address)
    , m_environment(environment)
    , m_probeDeadline(probeDeadline)
{
}

void LocalTransport::start()
{
    TransportFailure failure;
    if (m_address.kind() == EngineAddress::Kind::local) {
        const Result<EngineAddress> found = findLocalEngine(m_environment);
        if (found)
            m_address = *found;
        else
            failure = {ConnectionProblem::invalidAddress, found.error().message};
    }
    if (m_address.kind() == EngineAddress::Kind::ssh)
        failure = {ConnectionProblem::invalidAddress, m_address.text()};
    // As of every transport: nothing is emitted out of the call itself.
    QMetaObject::invokeMethod(
        this,
        [this, failure] {
            if (failure.problem == ConnectionProblem::none)
                Q_EMIT ready();
            else
                Q_EMIT failed(failure);
        },
        Qt::QueuedConnection);
}

std::unique_ptr<ByteStream> LocalTransport::openStream()
{
    return connectEngine(m_address);
}

QFuture<Result<TransportFailure>> LocalTransport::diagnose()
{
    auto *probe = new Probe(openStream(), m_probeDeadline, this);
    return probe->future();
}

QFuture<Result<QByteArray>> LocalTransport::readHostCounters()
{
    if (m_address.kind() != EngineAddress::Kind::unixSocket)
        return base::finishedWith<QByteArray>(
            Error{ErrorKind::unsupported, QStringLiteral("the counters of a machine behind TCP cannot be read"), {}});
    // The kernel writes these files into memory: reading them does not wait for a disk.
    QByteArray text;
    for (const QString &name : {QStringLiteral("stat"), QStringLiteral("meminfo"), QStringLiteral("loadavg")}) {
        QFile file(QStringLiteral("/proc/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return base::finishedWith<QByteArray>(
                Error{ErrorKind::unsupported, QStringLiteral("/proc/%1 cannot be read").arg(name), file.errorString()});
        text += "== " + name.toLatin1() + '\n' + file.read(1024 * 1024);
    }
    return base::finishedWith<QByteArray>(text);
}

} // namespace mediahelm::transport
